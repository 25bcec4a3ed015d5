/* eslint-disable @n8n/community-nodes/no-restricted-imports -- comes with n8n-core, and never leaves this test */
import { validateWorkflow } from '@n8n/workflow-sdk';
import {
	NodeHelpers,
	safeParseWorkflowStructure,
	type INode,
	type INodeProperties,
	type INodeType,
	type INodeTypeDescription,
	type INodeTypes,
} from 'n8n-workflow';
import ts from 'typescript';
import { z } from 'zod';

const OUR_PACKAGE = 'n8n-nodes-odoo-order-to-cash';

/** Nodes of n8n itself that a template may use: each of them is in every n8n. */
const BUILT_IN = new Set(
	['if', 'noOp', 'set', 'stickyNote', 'stopAndError'].map((name) => `n8n-nodes-base.${name}`),
);
const STICKY_NOTE = 'n8n-nodes-base.stickyNote';

const workflowSchema = z
	.object({
		name: z.string().min(1),
		nodes: z.array(z.custom<INode>()),
		connections: z.record(
			z.object({ main: z.array(z.array(z.object({ node: z.string() })).nullable()) }).passthrough(),
		),
		settings: z.object({ executionOrder: z.literal('v1') }),
		pinData: z.object({}).strict().optional(),
	})
	.strict();

const read = (file: string): string => ts.sys.readFile(file) ?? '';
const nodeFiles = z
	.object({ n8n: z.object({ nodes: z.array(z.string()) }) })
	.parse(JSON.parse(read('package.json')))
	.n8n.nodes.map((file) => file.replace(/^dist/, '..').replace(/\.js$/, ''));

const ourTypes = async (): Promise<ReadonlyMap<string, INodeType>> => {
	const modules = await Promise.all(
		nodeFiles.map(async (file) => Object.values<new () => INodeType>(await import(file))),
	);
	const types = modules.flat().map((NodeClass) => new NodeClass());
	return new Map(types.map((type) => [`${OUR_PACKAGE}.${type.description.name}`, type]));
};

const templates = ts.sys
	.readDirectory('workflows', ['.json'])
	.map((file) => ({ file: file.replace(/^.*\//, ''), text: read(file) }));

it('there are templates', () =>
	expect(templates.map(({ file }) => file)).toContain('order-to-cash.json'));

describe.each(templates)('the template $file', ({ text }) => {
	const workflow = workflowSchema.parse(JSON.parse(text));
	const ours = workflow.nodes.filter(({ type }) => type.startsWith(`${OUR_PACKAGE}.`));
	let types: ReadonlyMap<string, INodeType>;
	const descriptionOf = ({ type }: INode): INodeTypeDescription => {
		const found = types.get(type)?.description;
		if (!found) throw new Error(`The package has no node ${type}`);
		return found;
	};
	beforeAll(async () => {
		types = await ourTypes();
	});

	it("passes n8n's own check of the structure", () => {
		expect(safeParseWorkflowStructure(JSON.parse(text))).toMatchObject({ success: true });
	});

	it("passes n8n's own check of nodes and connections", () => {
		const known = {
			getByName: (type: string) => types.get(type),
			getByNameAndVersion: (type: string) => types.get(type),
			getKnownTypes: () => ({}),
		};
		const { errors } = validateWorkflow(JSON.parse(text), {
			strictMode: true,
			nodeTypesProvider: known as INodeTypes,
		});
		expect(errors).toEqual([]);
	});

	it('uses nodes of this package and of n8n itself only', () => {
		const strangers = workflow.nodes.filter(({ type }) => !types.has(type) && !BUILT_IN.has(type));
		expect(strangers.map(({ type }) => type)).toEqual([]);
		expect(ours.length).toBeGreaterThan(0);
	});

	it('sets only parameters that exist, to values that n8n accepts', () => {
		for (const node of ours) {
			const description = descriptionOf(node);
			expect(unknownParameters(node, description)).toEqual([]);
			expect(unknownChoices(node, description)).toEqual([]);
			expect(
				NodeHelpers.getNodeParametersIssues(description.properties, node, description),
			).toBeNull();
		}
	});

	it('connects every output, that for failures too, so that nothing is lost', () => {
		for (const node of ours) expect([node.name, unconnected(node)]).toEqual([node.name, []]);
	});

	it('sends failures of every step to its error output', () => {
		const steps = ours.filter((node) => !isTrigger(descriptionOf(node)));
		expect(
			steps.filter(({ onError }) => onError !== 'continueErrorOutput').map(({ name }) => name),
		).toEqual([]);
	});

	it('is explained: one yellow note over all, and one for each section', () => {
		const notes = workflow.nodes
			.filter(({ type }) => type === STICKY_NOTE)
			.map(({ parameters }) => parameters);
		const [overview] = notes.filter(({ color }) => color === undefined || color === 1);
		expect(overview?.content).toMatch(
			/What it does[\s\S]*How it works[\s\S]*Set up[\s\S]*Requirements/,
		);
		expect(notes.length).toBeGreaterThan(1);
	});

	it('asks for its credentials by name, and carries nothing of any installation', () => {
		const credentials = ours.flatMap((node) => Object.values(node.credentials ?? {}));
		expect(new Set(credentials.map(({ id, name }) => `${String(id)} ${name}`))).toEqual(
			new Set(['null Odoo Order to Cash account']),
		);
		expect(ours.every((node) => node.credentials?.odooOrderToCashApi)).toBe(true);
		expect(text).not.toMatch(
			/https?:|[\w.]+@[\w.]+\.\w|webhookId|instanceId|versionId|staticData|cachedResultName/,
		);
	});

	const isTrigger = ({ group }: INodeTypeDescription): boolean => group.includes('trigger');

	/** `pollTimes` is n8n's own, on every node that polls. */
	const unknownParameters = (
		node: INode,
		{ properties, polling }: INodeTypeDescription,
	): string[] => {
		const names = new Set([
			...properties.map(({ name }: INodeProperties) => name),
			...(polling ? ['pollTimes'] : []),
		]);
		return Object.keys(node.parameters).filter((name) => !names.has(name));
	};

	/** Values that none of the parameter's options has; n8n itself does not look. */
	const unknownChoices = (node: INode, { properties }: INodeTypeDescription): string[] => {
		const choices = properties.filter(
			({ type, typeOptions }) =>
				/^(options|multiOptions)$/.test(type) && !typeOptions?.loadOptionsMethod,
		);
		return choices.flatMap(({ name, options = [] }) => {
			const known = options.map((option) => ('value' in option ? String(option.value) : ''));
			const chosen = [node.parameters[name] ?? []].flat().map(String);
			return chosen
				.filter((value) => !value.startsWith('=') && !known.includes(value))
				.map((value) => `${name}: ${value}`);
		});
	};

	/** Numbers of the outputs that lead nowhere; the error output is the last. */
	const unconnected = (node: INode): number[] => {
		const { outputs } = descriptionOf(node);
		const count = outputs.length + (node.onError === 'continueErrorOutput' ? 1 : 0);
		const wires = workflow.connections[node.name]?.main ?? [];
		return Array.from({ length: count }, (_, output) => output).filter(
			(output) => (wires[output] ?? []).length === 0,
		);
	};
});

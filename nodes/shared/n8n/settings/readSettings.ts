import type { IExecuteFunctions, INode, INodeProperties, IPollFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { DRY_RUN } from './dryRun';
import { UnusableSetting, type Setting, type Values } from './setting';

/** n8n answers with this for a parameter that is hidden or was not added; nobody can enter it. */
const NOT_SET = '\u0000';

/** Where the values of a node's parameters come from. */
export interface ParameterSource {
	readonly node: INode;
	/** @returns undefined for a parameter that is hidden or was not added */
	readonly get: (path: string) => unknown;
	readonly itemIndex?: number;
}

/** An expression that finds nothing is not the same as a parameter that nobody set. */
const givenBy = (value: unknown): unknown => (value === NOT_SET ? undefined : (value ?? null));

type ItemContext = Pick<IExecuteFunctions, 'getNode' | 'getNodeParameter' | 'isToolExecution'>;

/** Whether an AI agent runs the node as its tool. */
export const runsAsTool = (context: Pick<IExecuteFunctions, 'isToolExecution'>): boolean =>
	// Not there before n8n 2.
	context.isToolExecution?.() === true;

export const parametersOfItem = (context: ItemContext, itemIndex: number): ParameterSource => ({
	node: context.getNode(),
	get: (path) =>
		// An agent may look at what a node would do; only a workflow that a person built has it done.
		path === DRY_RUN && runsAsTool(context)
			? true
			: givenBy(context.getNodeParameter(path, itemIndex, NOT_SET)),
	itemIndex,
});

/** The parameters that hold for all items of a run: those of the first one. */
export const parametersOfRun = (context: ItemContext): ParameterSource => ({
	...parametersOfItem(context, 0),
	itemIndex: undefined,
});

export const parametersOfTrigger = (
	context: Pick<IPollFunctions, 'getNode' | 'getNodeParameter'>,
): ParameterSource => ({
	node: context.getNode(),
	get: (path) => givenBy(context.getNodeParameter(path, NOT_SET)),
});

/**
 * An option by its own path, so that an expression meant for each item is not worked out with the others. One whose
 * expression finds nothing counts as not added.
 */
const givenOf = ({ property: { name }, parts }: Setting, { get }: ParameterSource): unknown =>
	parts
		? Object.fromEntries(
				parts.map(({ property }) => [property.name, get(`${name}.${property.name}`) ?? undefined]),
			)
		: get(name);

export const propertiesOf = (settings: readonly Setting[]): INodeProperties[] =>
	settings.map(({ property }) => property);

/** @throws NodeOperationError that names the parameter to correct, as the editor shows it */
export const readSettings = <const List extends readonly Setting[]>(
	settings: List,
	source: ParameterSource,
): Values<List> => {
	const given = settings.map((setting) => givenOf(setting, source));
	return usable(
		source,
		() =>
			Object.fromEntries(
				settings.map(({ property, read }, index) => [property.name, read(given[index], [])]),
			) as Values<List>,
	);
};

/** Works with values that were read, and refuses unusable ones in n8n's own way. @throws NodeOperationError */
export const usable = <T>({ node, itemIndex }: ParameterSource, work: () => T): T => {
	try {
		return work();
	} catch (error) {
		throw new NodeOperationError(node, error instanceof Error ? error : String(error), {
			itemIndex,
			description:
				error instanceof UnusableSetting ? 'Correct the parameter in the node.' : undefined,
		});
	}
};

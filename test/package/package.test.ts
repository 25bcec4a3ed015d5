/* eslint-disable @typescript-eslint/no-require-imports -- loads what was built, as n8n does */
import ts from 'typescript';
import type { ICredentialType, INodeType } from 'n8n-workflow';

import manifest from '../../package.json';

const root = ts.sys.getCurrentDirectory();

const load = <T>(path: string): T => {
	const className = path.split('/').pop()?.split('.')[0] ?? '';
	const module = require(`${root}/${path}`) as Record<string, new () => T>;
	const Type = module[className];
	if (!Type) throw new Error(`${path} does not export ${className}`);
	return new Type();
};

/** Stored in every workflow that uses the node: these never change. */
const NODES: Record<string, { displayName: string; outputs: readonly string[] }> = {
	odooAiClassify: { displayName: 'Odoo AI Classify', outputs: ['Classified', 'Needs Review'] },
	odooAllocateStock: {
		displayName: 'Odoo Allocate Stock',
		outputs: ['Allocated', 'Partially Allocated', 'Short'],
	},
	odooCreditCheck: {
		displayName: 'Odoo Credit Check',
		outputs: ['Approved', 'Needs Approval', 'On Hold'],
	},
	odooExceptionRouter: {
		displayName: 'Odoo Exception Router',
		outputs: ['Sales', 'Finance', 'Warehouse', 'Customer Service', 'Integration'],
	},
	odooOrderTrigger: { displayName: 'Odoo Order Trigger', outputs: [] },
	odooReleaseInvoice: {
		displayName: 'Odoo Release Invoice',
		outputs: ['Released', 'Held', 'Nothing to Invoice'],
	},
};

const nodes = manifest.n8n.nodes.map((path) => ({ path, node: load<INodeType>(path) }));

describe('the built package', () => {
	it('has the six nodes under their names', () => {
		expect(nodes.map(({ node }) => node.description.name).sort()).toEqual(Object.keys(NODES));
	});

	it.each(nodes.map(({ node }) => [node.description.name, node] as const))(
		'%s keeps its face',
		(name, { description, methods }) => {
			expect(description.displayName).toBe(NODES[name]?.displayName);
			expect(description.outputNames ?? []).toEqual(NODES[name]?.outputs);
			expect(description.icon).toEqual({
				light: expect.stringMatching(/\.svg$/),
				dark: expect.stringMatching(/\.dark\.svg$/),
			});
			expect(description.subtitle).toBeTruthy();
			expect('usableAsTool' in description).toBe(!name.endsWith('Trigger'));
			expect(Object.keys(methods?.credentialTest ?? {})).toContain('testOdooCredential');
		},
	);

	it.each(nodes)('$path comes with its icons and codex', ({ path, node }) => {
		const folder = `${root}/${path.split('/').slice(0, -1).join('/')}`;
		const { light, dark } = node.description.icon as { light: string; dark: string };
		const files = [light, dark]
			.map((icon) => icon.replace('file:', ''))
			.concat(`${path.split('/').pop()?.replace('.js', '.json')}`);
		expect(files.filter((file) => !ts.sys.fileExists(`${folder}/${file}`))).toEqual([]);
	});

	it.each(nodes)('$path says Dry Run when it writes', ({ node }) => {
		const names = node.description.properties.map(({ name }) => name);
		expect(node.description.name === 'odooOrderTrigger' || names.includes('dryRun')).toBe(true);
		expect(node.description.subtitle?.includes('" (dry run)"')).toBe(names.includes('dryRun'));
	});

	it("has credentials that do not collide with n8n's own", () => {
		const names = manifest.n8n.credentials.map((path) => load<ICredentialType>(path).name);
		expect(names).toContain('odooOrderToCashApi');
		expect(names.filter((name) => ['odooApi', 'odooApiKeyApi'].includes(name))).toEqual([]);
	});

	it('needs nothing at run time but what n8n supplies', () => {
		expect(manifest).not.toHaveProperty('dependencies');
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		const supplied = new Set(['n8n-workflow', 'zod', 'luxon', 'lodash', 'node:crypto', 'crypto']);
		const built = ts.sys.readDirectory(`${root}/dist`, ['.js']);
		const required = built.flatMap((file) =>
			ts
				.preProcessFile(ts.sys.readFile(file) ?? '', true, true)
				.importedFiles.map(({ fileName }) => fileName),
		);
		expect(built.length).toBeGreaterThan(50);
		expect(
			[...new Set(required)].filter((name) => !name.startsWith('.') && !supplied.has(name)),
		).toEqual([]);
	});
});

import ts from 'typescript';

type Layer = 'core' | 'odoo' | 'n8n' | 'credentials' | 'node';

/** What each layer may import; arrows point one way: core, odoo, n8n, nodes. A node may also import its own folder. */
const MAY_IMPORT: Record<Layer, RegExp[]> = {
	core: [/^nodes\/shared\/core\//],
	odoo: [/^(zod|p-limit)$/, /^nodes\/shared\/(odoo|core)\//],
	n8n: [/^(n8n-workflow|zod|luxon|node:crypto)$/, /^nodes\/shared\//],
	credentials: [/^n8n-workflow$/, /^nodes\/shared\/odoo\/protocol\//],
	node: [/^(n8n-workflow|zod|luxon|node:crypto)$/, /^nodes\/shared\//],
};

const root = `${ts.sys.getCurrentDirectory()}/`;
const inRoot = (path: string) => ts.sys.resolvePath(path).replace(root, '');

const layerOf = (file: string): Layer =>
	(['core', 'odoo', 'n8n'] as const).find((layer) => file.startsWith(`nodes/shared/${layer}/`)) ??
	(file.startsWith('credentials/') ? 'credentials' : 'node');

const allowedIn = (file: string): RegExp[] =>
	layerOf(file) === 'node'
		? [...MAY_IMPORT.node, new RegExp(`^${file.split('/', 2).join('/')}/`)]
		: MAY_IMPORT[layerOf(file)];

const importsOf = (file: string): string[] =>
	ts
		.preProcessFile(ts.sys.readFile(root + file) ?? '')
		.importedFiles.map(({ fileName }) =>
			fileName.startsWith('.') ? inRoot(`${root}${file}/../${fileName}`) : fileName,
		);

const files = ['nodes', 'credentials'].flatMap((folder) =>
	ts.sys.readDirectory(root + folder, ['.ts']).map(inRoot),
);

describe('the dependency rule', () => {
	it.each(files)('holds in %s', (file) => {
		const allowed = allowedIn(file);
		expect(importsOf(file).filter((name) => !allowed.some((rule) => rule.test(name)))).toEqual([]);
	});
});

/** Time, chance and waiting come into the pure layer as arguments. */
const IMPURE = /\bDate\.now\(|new Date\(\)|Math\.random\(|\basync\b|\bawait\b|\bPromise\b/;

describe('the pure core', () => {
	it.each(files.filter((file) => layerOf(file) === 'core'))(
		'has no clock, chance or waiting in %s',
		(file) => {
			const code = (ts.sys.readFile(root + file) ?? '').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
			expect(code).not.toMatch(IMPURE);
		},
	);
});

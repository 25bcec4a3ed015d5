import ts from 'typescript';

/**
 * One folder a node, layers inside it; arrows point one way: core, odoo, the rest of the node. `nodes/shared` holds what
 * several nodes need, and imports none of them.
 */
interface Rule {
	readonly of: RegExp;
	/** `$1` is what the first group of `of` matched: the node's folder. */
	readonly mayImport: readonly string[];
}

const SHARED_CORE = '^nodes/shared/(core|\\w+/core)/';
const HOST = '^(n8n-workflow|zod|luxon|node:crypto)$';

const RULES: readonly Rule[] = [
	{ of: /^nodes\/shared\/core\//, mayImport: ['^nodes/shared/core/'] },
	{ of: /^nodes\/shared\/\w+\/core\//, mayImport: [SHARED_CORE] },
	{
		of: /^nodes\/shared\/(?:odoo|\w+\/odoo)\//,
		mayImport: ['^(zod|node:crypto)$', SHARED_CORE, '^nodes/shared/(odoo|\\w+/odoo)/'],
	},
	{ of: /^nodes\/shared\//, mayImport: [HOST, '^nodes/shared/'] },
	{ of: /^nodes\/(Odoo\w+)\/core\//, mayImport: ['^nodes/$1/core/', SHARED_CORE] },
	{
		of: /^nodes\/(Odoo\w+)\/odoo\//,
		mayImport: ['^zod$', '^nodes/$1/(core|odoo)/', SHARED_CORE, '^nodes/shared/(odoo|\\w+/odoo)/'],
	},
	{
		of: /^nodes\/(Odoo\w+)\//,
		mayImport: [HOST, '^nodes/$1/', '^nodes/shared/', '^nodes/Odoo\\w+/reasons$'],
	},
	{
		of: /^credentials\//,
		mayImport: ['^n8n-workflow$', '^nodes/shared/odoo/protocol/', '^credentials/connection$'],
	},
];

const root = `${ts.sys.getCurrentDirectory()}/`;
const inRoot = (path: string) => ts.sys.resolvePath(path).replace(root, '');

const allowedIn = (file: string): RegExp[] => {
	const rule = RULES.find(({ of }) => of.test(file));
	const [, folder = ''] = rule?.of.exec(file) ?? [];
	return (rule?.mayImport ?? []).map((pattern) => new RegExp(pattern.replace('$1', folder)));
};

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
	it.each(files.filter((file) => /\/core\//.test(file)))(
		'has no clock, chance or waiting in %s',
		(file) => {
			const code = (ts.sys.readFile(root + file) ?? '').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
			expect(code).not.toMatch(IMPURE);
		},
	);
});

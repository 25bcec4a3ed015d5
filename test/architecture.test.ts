import ts from 'typescript';

import { impuritiesIn } from './support/purity';
import { importsIn } from './support/sourceCode';

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
	{ of: /^nodes\/shared\/n8n\//, mayImport: [HOST, '^nodes/shared/'] },
	{ of: /^nodes\/(Odoo\w+)\/core\//, mayImport: ['^nodes/$1/core/', SHARED_CORE] },
	{
		of: /^nodes\/(Odoo\w+)\/odoo\//,
		mayImport: ['^zod$', '^nodes/$1/(core|odoo)/', SHARED_CORE, '^nodes/shared/(odoo|\\w+/odoo)/'],
	},
	{
		// What is neither in the core nor knows Odoo's records: few folders, or a folder is a way round the rule.
		of: /^nodes\/(Odoo\w+)\/((properties|model|signs)\/)?\w+(\.node)?\.ts$/,
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

const textOf = (file: string): string => ts.sys.readFile(root + file) ?? '';

const importsOf = (file: string): string[] =>
	importsIn(textOf(file)).map(({ from }) =>
		from.startsWith('.') ? inRoot(`${root}${file}/../${from}`) : from,
	);

const files = ['nodes', 'credentials'].flatMap((folder) =>
	ts.sys.readDirectory(root + folder, ['.ts']).map(inRoot),
);

describe('the dependency rule', () => {
	it.each(files)('holds in %s', (file) => {
		expect(RULES.filter(({ of }) => of.test(file))).not.toEqual([]);
		const allowed = allowedIn(file);
		expect(importsOf(file).filter((name) => !allowed.some((rule) => rule.test(name)))).toEqual([]);
	});
});

/** Time, chance, waiting, language and place come into the pure layer as arguments. */
describe('the pure core', () => {
	it.each(files.filter((file) => /\/core\//.test(file)))(
		'does not depend on when, where or by chance it runs in %s',
		(file) => expect(impuritiesIn(textOf(file))).toEqual([]),
	);

	it.each([
		'Date.now()',
		'const now = Date.now; now();',
		"Date['now']()",
		'const { now } = Date',
		'const clock = Date',
		'new Date()',
		'new Date',
		'Date()',
		'new Date(2026, 1, 1)',
		'new Date(0).getHours()',
		"const url = 'http://x'; Math.random();",
		'crypto.randomUUID()',
		'performance.now()',
		'setTimeout(run)',
		'const run = async () => 1;',
		'load().then(run, Promise.reject)',
		'globalThis.fetch(url)',
		'new Intl.NumberFormat().format(1)',
		'new Intl.NumberFormat(undefined, {}).format(1)',
		"new Intl.DateTimeFormat('en', { dateStyle: 'medium' })",
		'(1).toLocaleString()',
		'names.sort((a, b) => a.localeCompare(b))',
	])('is seen not to be pure: %s', (code) => expect(impuritiesIn(code)).not.toEqual([]));

	it.each([
		"new Date('2026-11-25T00:00:00Z').getUTCDay()",
		"new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' })",
		"(1).toLocaleString('en')",
		'/* Date.now() */ const promise = { process: 1 }; promise.process;',
	])('may say %s', (code) => expect(impuritiesIn(code)).toEqual([]));
});

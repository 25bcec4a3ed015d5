import ts from 'typescript';

import { exportsIn, fieldsIn, fieldsReadIn, importsIn } from './support/sourceCode';

/** What keeps the house tidy beyond the dependency rule: nothing is exported for nobody, and no files go in a circle. */

const root = `${ts.sys.getCurrentDirectory()}/`;
const below = (folder: string, extensions: readonly string[]) =>
	ts.sys
		.readDirectory(root + folder, extensions)
		.map((file) => ts.sys.resolvePath(file).replace(root, ''))
		.filter((file) => !file.includes('node_modules'));

const product = ['nodes', 'credentials'].flatMap((folder) => below(folder, ['.ts']));
const tests = below('test', ['.ts', '.mjs']);
const textOf = new Map(
	[...product, ...tests].map((file) => [file, ts.sys.readFile(root + file) ?? '']),
);

/** The product file or test that a specifier means. */
const fileAt = (user: string, specifier: string): string[] => {
	const path = ts.sys.resolvePath(`${root}${user}/../${specifier}`).replace(root, '');
	const bare = path.replace(/\.js$/, '');
	return [path, `${bare}.ts`, `${bare}/index.ts`]
		.filter((candidate) => textOf.has(candidate))
		.slice(0, 1);
};

/** What each file takes from which other one. */
const takenBy = new Map(
	[...textOf].map(([user, text]) => [
		user,
		importsIn(text)
			.filter(({ from }) => from.startsWith('.'))
			.flatMap(({ from, names }) => fileAt(user, from).map((file) => ({ file, names }))),
	]),
);
const named = new Map(
	[...takenBy].map(([user, taken]) => [user, new Set(taken.map(({ file }) => file))]),
);

const takes = (user: string, file: string, name: string): boolean =>
	(takenBy.get(user) ?? []).some(
		(taken) =>
			taken.file === file &&
			(taken.names === 'all'
				? new RegExp(`\\b${name}\\b`).test(textOf.get(user) ?? '')
				: taken.names.includes(name)),
	);

/** n8n itself loads the class that is named like its file. */
const isLoadedByN8n = (file: string, name: string): boolean =>
	/\.(node|credentials)\.ts$/.test(file) && file.split('/').at(-1)?.split('.')[0] === name;

const withoutUser = (file: string): string[] =>
	exportsIn(textOf.get(file) ?? '').filter(
		(name) =>
			name === '*' ||
			!(isLoadedByN8n(file, name) || [...textOf.keys()].some((user) => takes(user, file, name))),
	);

describe('an export', () => {
	it.each(product)('has a user: %s', (file) => expect(withoutUser(file)).toEqual([]));

	it.each([
		['export { a, b as c } from "./x"; export { d };', ['a', 'c', 'd']],
		['export default function run() {}', ['default']],
		['export default 3;', ['default']],
		['export const { a, b: [c] } = x, d = 1;', ['a', 'c', 'd']],
		[
			'export type A = 1; export interface B {} export enum C {} export class D {}',
			['A', 'B', 'C', 'D'],
		],
		['export * from "./x";', ['*']],
		['const a = 1; function b() {}', []],
	])('is seen in %s', (code, names) => expect(exportsIn(code)).toEqual(names));

	it.each([
		['import type { A } from "./x"', ['A']],
		['import { a as b } from "./x"', ['a']],
		['import a, { b } from "./x"', ['default', 'b']],
		['import * as a from "./x"', 'all'],
		['export { a as b } from "./x"', ['a']],
		['export * from "./x"', 'all'],
		['type A = import("./x").A', 'all'],
		['const a = await import("./x")', 'all'],
		['const a = require("./x")', 'all'],
		['import a = require("./x")', 'all'],
		['import "./x"', []],
	])('is taken by %s', (code, names) => expect(importsIn(code)).toEqual([{ from: './x', names }]));

	it('is not taken by a comment or a text', () =>
		expect(importsIn('// import { a } from "./x"\nconst text = "./x";')).toEqual([]));
});

/** The way back to the file itself, or null. */
const circleFrom = (start: string): readonly string[] | null => {
	const seen = new Set<string>();
	const walk = (file: string, way: readonly string[]): readonly string[] | null => {
		for (const next of named.get(file) ?? []) {
			if (next === start) return [...way, next];
			if (seen.has(next)) continue;
			seen.add(next);
			const found = walk(next, [...way, next]);
			if (found) return found;
		}
		return null;
	};
	return walk(start, [start]);
};

describe('imports', () => {
	it('go in no circle', () => {
		expect(product.map(circleFrom).filter((circle) => circle !== null)).toEqual([]);
	});
});

/** JSON and dates have a `parse` of their own; what a call answers with is refused in the client's own words. */
const RAW_PARSE = /(?<!\b(?:JSON|Date))\.parse\(/;
const THE_SHAPES_THEMSELVES = 'nodes/shared/odoo/protocol/answers.ts';

describe("Odoo's answer", () => {
	const readers = product.filter(
		(file) => file.includes('/odoo/') && file !== THE_SHAPES_THEMSELVES,
	);

	it('never fails with the words of a schema', () => {
		expect(readers.filter((file) => RAW_PARSE.test(textOf.get(file) ?? ''))).toEqual([]);
		expect(RAW_PARSE.test('z.boolean().parse(answer)')).toBe(true);
	});
});

/** Of a type that somebody else defines, or that is handed on whole: read where this package does not see it. */
const READ_ELSEWHERE = [
	{ file: /\/json\.ts$/, why: 'the item, which workflows read' },
	{ file: /\/model\/chatModel\.ts$/, why: "LangChain's call options" },
	{ file: /\/core\/rules\/option\.ts$/, why: "n8n's description of a parameter" },
	{ file: /\/core\/(evidence|rules\/shippedNotInvoiced)\.ts$/, why: 'figures of the item' },
	{ file: /\/OdooClient\.ts$/, why: "paging of Odoo's search_read" },
];

describe('a field', () => {
	const read = new Set(product.flatMap((file) => fieldsReadIn(textOf.get(file) ?? '')));
	const own = product.filter((file) => !READ_ELSEWHERE.some(({ file: known }) => known.test(file)));

	it.each(own)('has a reader: %s', (file) =>
		expect(fieldsIn(textOf.get(file) ?? '').filter((name) => !read.has(name))).toEqual([]),
	);

	it('without one is found', () => {
		const text = 'interface A { readonly used: 1; unused?: 2; of: { within: 3 } } a.used; a.of;';
		const reads = fieldsReadIn(text);
		expect(fieldsIn(text).filter((name) => !reads.includes(name))).toEqual(['unused', 'within']);
	});
});

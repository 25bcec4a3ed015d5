import ts from 'typescript';

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

/** Product files that a file names, in an import, an import type or a call that loads them. */
const namedIn = (file: string): Set<string> => {
	const specifiers = [...(textOf.get(file) ?? '').matchAll(/['"`](\.{1,2}\/[\w./-]+)['"`]/g)];
	const paths = specifiers.map(([, path = '']) =>
		ts.sys.resolvePath(`${root}${file}/../${path}`).replace(root, ''),
	);
	return new Set(
		paths.flatMap((path) =>
			[path, `${path}.ts`, `${path}/index.ts`].filter((candidate) => textOf.has(candidate)),
		),
	);
};
const named = new Map([...textOf.keys()].map((file) => [file, namedIn(file)]));

const exportsOf = (file: string): string[] => {
	const source = ts.createSourceFile(file, textOf.get(file) ?? '', ts.ScriptTarget.ES2022, true);
	return source.statements.flatMap((statement) => {
		const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
		if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
		if (ts.isVariableStatement(statement))
			return statement.declarationList.declarations.map(({ name }) => name.getText(source));
		const declared = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
		const typed = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
		return (declared || typed) && statement.name ? [statement.name.text] : [];
	});
};

/** n8n itself loads these by the manifest. */
const IS_LOADED_BY_N8N = /\.(node|credentials)\.ts$/;

const withoutUser = (file: string): string[] => {
	const users = [...textOf.keys()].filter((user) => named.get(user)?.has(file));
	return exportsOf(file).filter(
		(name) => !users.some((user) => new RegExp(`\\b${name}\\b`).test(textOf.get(user) ?? '')),
	);
};

describe('an export', () => {
	it.each(product.filter((file) => !IS_LOADED_BY_N8N.test(file)))('has a user: %s', (file) =>
		expect(withoutUser(file)).toEqual([]),
	);
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

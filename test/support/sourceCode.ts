import ts from 'typescript';

/** What a file takes from another one: by name, or all of it where it cannot be said what. */
export interface Import {
	readonly from: string;
	readonly names: readonly string[] | 'all';
}

const parse = (text: string): ts.SourceFile =>
	ts.createSourceFile('file.ts', text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);

const within = <T>(node: ts.Node, find: (node: ts.Node) => readonly T[]): T[] => {
	const found = [...find(node)];
	node.forEachChild((child) => {
		found.push(...within(child, find));
	});
	return found;
};

/** What `find` finds in each part of the code. */
export const findIn = <T>(text: string, find: (node: ts.Node) => readonly T[]): T[] =>
	within(parse(text), find);

const nameOf = ({ propertyName, name }: ts.ImportSpecifier | ts.ExportSpecifier): string =>
	(propertyName ?? name).text;

const namesIn = (clause: ts.ImportClause | undefined): Import['names'] => {
	const bindings = clause?.namedBindings;
	if (bindings && ts.isNamespaceImport(bindings)) return 'all';
	return [...(clause?.name ? ['default'] : []), ...(bindings?.elements.map(nameOf) ?? [])];
};

const LOADS = /^(import|require|jest\.(requireActual|requireMock|mock|doMock))$/;

const importIn = (node: ts.Node): Import[] => {
	const found = (specifier: ts.Node | undefined, names: Import['names']) =>
		specifier && ts.isStringLiteralLike(specifier) ? [{ from: specifier.text, names }] : [];
	if (ts.isImportDeclaration(node)) return found(node.moduleSpecifier, namesIn(node.importClause));
	if (ts.isExportDeclaration(node)) {
		const { exportClause: clause } = node;
		const names = clause && ts.isNamedExports(clause) ? clause.elements.map(nameOf) : 'all';
		return found(node.moduleSpecifier, names);
	}
	if (ts.isExternalModuleReference(node)) return found(node.expression, 'all');
	if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
		return found(node.argument.literal, 'all');
	if (ts.isCallExpression(node) && LOADS.test(node.expression.getText()))
		return found(node.arguments[0], 'all');
	return [];
};

/** Every way in which one file can name another: imports, types, exports from it, `import()` and `require`. */
export const importsIn = (text: string): Import[] => findIn(text, importIn);

const boundBy = (name: ts.BindingName): string[] =>
	ts.isIdentifier(name)
		? [name.text]
		: name.elements.flatMap((one) => (ts.isOmittedExpression(one) ? [] : boundBy(one.name)));

const exportIn = (statement: ts.Statement): string[] => {
	if (ts.isExportAssignment(statement)) return ['default'];
	if (ts.isExportDeclaration(statement)) {
		const { exportClause: clause } = statement;
		if (!clause) return ['*'];
		return ts.isNamedExports(clause) ? clause.elements.map(({ name }) => name.text) : ['*'];
	}
	const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
	const kinds = new Set(modifiers?.map(({ kind }) => kind));
	if (!kinds.has(ts.SyntaxKind.ExportKeyword)) return [];
	if (kinds.has(ts.SyntaxKind.DefaultKeyword)) return ['default'];
	if (ts.isVariableStatement(statement))
		return statement.declarationList.declarations.flatMap(({ name }) => boundBy(name));
	const isNamed =
		ts.isFunctionDeclaration(statement) ||
		ts.isClassDeclaration(statement) ||
		ts.isInterfaceDeclaration(statement) ||
		ts.isTypeAliasDeclaration(statement) ||
		ts.isEnumDeclaration(statement) ||
		ts.isModuleDeclaration(statement);
	return isNamed && statement.name ? [statement.name.text] : [];
};

/** The names under which other files may take something; `*` for all that another file exports. */
export const exportsIn = (text: string): string[] => parse(text).statements.flatMap(exportIn);

/** The names of the fields that the types of a file declare. */
export const fieldsIn = (text: string): string[] =>
	findIn(text, (node) =>
		ts.isPropertySignature(node) && ts.isIdentifier(node.name) ? [node.name.text] : [],
	);

/** The names by which a file takes a field out of something; a text may be the name of one. */
export const fieldsReadIn = (text: string): string[] =>
	findIn(text, (node) => {
		if (ts.isPropertyAccessExpression(node)) return [node.name.text];
		if (ts.isStringLiteralLike(node)) return [node.text];
		if (!ts.isBindingElement(node)) return [];
		const taken = node.propertyName ?? node.name;
		return ts.isIdentifier(taken) ? [taken.text] : [];
	});

import ts from 'typescript';

/** What the nodes' source says that it calls, read from the source itself. */

export interface SourceCall {
	/** As `nodes/shared/odoo/session.ts:43`. */
	readonly at: string;
	/** Null where the model is worked out. */
	readonly model: string | null;
	/** Null where only the model is written down. */
	readonly method: string | null;
}

/** Ways to call a method, by the name that stands before the brackets. */
const METHOD_OF: { readonly [way: string]: string | undefined } = { write: 'write' };
const TAKES_METHOD: readonly string[] = ['call', 'callEach'];

const MODEL = /^[a-z][a-z0-9]*(\.[a-z0-9_]+)+$/;

const textOf = (node: ts.Node | undefined): string | null =>
	node && ts.isStringLiteralLike(node) ? node.text : null;

const callsIn = (path: string, isModel: (name: string) => boolean): SourceCall[] => {
	const text = ts.sys.readFile(path) ?? '';
	const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
	const found: SourceCall[] = [];
	const visit = (node: ts.Node): void => {
		ts.forEachChild(node, visit);
		if (!ts.isCallExpression(node)) return;
		const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
		const at = `${path.slice(path.indexOf('nodes/'))}:${line + 1}`;
		const callee = node.expression;
		const way = ts.isPropertyAccessExpression(callee) ? callee.name.text : '';
		const texts = node.arguments.map(textOf);
		const [model = null, method = null] = texts;
		if (TAKES_METHOD.includes(way) && method !== null) {
			found.push({ at, model, method });
			return;
		}
		for (const named of texts)
			if (named !== null && MODEL.test(named) && isModel(named))
				found.push({ at, model: named, method: METHOD_OF[way] ?? null });
	};
	visit(source);
	return found;
};

/** @param isModel tells a model's name from other words with a dot in them */
export const sourceCalls = (isModel: (name: string) => boolean): SourceCall[] =>
	ts.sys
		.readDirectory(`${ts.sys.getCurrentDirectory()}/nodes`, ['.ts'])
		.flatMap((path) => callsIn(path, isModel));

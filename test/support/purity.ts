import ts from 'typescript';

import { findIn } from './sourceCode';

/** The clock, chance, waiting, and the world outside. */
const OUTSIDE =
	/^(Buffer|Promise|console|crypto|fetch|global|globalThis|performance|process|queueMicrotask|require|set(Immediate|Interval|Timeout))$/;

/** Parts of a time in the machine's own zone. */
const LOCAL_TIME =
	/^((get|set)(Date|Day|FullYear|Hours|Milliseconds|Minutes|Month|Seconds|Year)|getTimezoneOffset|to(Date|Time)String)$/;

/** Texts in the machine's own language, unless one is named: the place of the argument that names it. */
const LOCALE_AT = new Map([
	['localeCompare', 1],
	['toLocaleString', 0],
	['toLocaleDateString', 0],
	['toLocaleTimeString', 0],
	['toLocaleLowerCase', 0],
	['toLocaleUpperCase', 0],
]);

const IMPURE_MEMBERS = /^(Date\.now|Math\.random)$/;

/** Not a property, or a name in a type. */
const isGlobal = (name: ts.Identifier): boolean => {
	const { parent } = name;
	if (ts.isPropertyAccessExpression(parent)) return parent.name !== name;
	return !ts.isPropertyAssignment(parent) && !ts.isPropertySignature(parent);
};

/** Handed on whole, where nobody sees any more what is asked of it. */
const isHandedOn = (name: ts.Identifier): boolean => {
	const { parent } = name;
	if (!/^(Date|Intl|Math)$/.test(name.text) || !isGlobal(name)) return false;
	const isUsedHere =
		ts.isPropertyAccessExpression(parent) ||
		ts.isElementAccessExpression(parent) ||
		ts.isTypeReferenceNode(parent) ||
		ts.isQualifiedName(parent) ||
		((ts.isNewExpression(parent) || ts.isCallExpression(parent)) && parent.expression === name) ||
		(ts.isBinaryExpression(parent) &&
			parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword);
	return !isUsedHere;
};

const namesNone = (argument: ts.Expression | undefined): boolean =>
	argument === undefined || /^(undefined|\[\s*\])$/.test(argument.getText());

const isImpureMember = (node: ts.PropertyAccessExpression): boolean => {
	const name = node.name.text;
	if (IMPURE_MEMBERS.test(node.getText()) || LOCAL_TIME.test(name)) return true;
	const place = LOCALE_AT.get(name);
	if (place === undefined) return false;
	return !ts.isCallExpression(node.parent) || namesNone(node.parent.arguments[place]);
};

/** `new Date(x)` only reads what it is given; without an argument, or with several, it asks the machine. */
const isImpureMaking = (node: ts.CallExpression | ts.NewExpression): boolean => {
	const maker = node.expression.getText();
	const [first, second] = node.arguments ?? [];
	if (maker === 'Date') return ts.isCallExpression(node) || node.arguments?.length !== 1;
	if (!maker.startsWith('Intl.') || maker.startsWith('Intl.get')) return false;
	const hasZone = maker !== 'Intl.DateTimeFormat' || /\btimeZone\b/.test(second?.getText() ?? '');
	return namesNone(first) || !hasZone;
};

const isImpure = (node: ts.Node): boolean => {
	if (node.kind === ts.SyntaxKind.AsyncKeyword || ts.isAwaitExpression(node)) return true;
	if (ts.isIdentifier(node)) return (OUTSIDE.test(node.text) && isGlobal(node)) || isHandedOn(node);
	if (ts.isElementAccessExpression(node))
		return /^(Date|Math|Intl)$/.test(node.expression.getText());
	if (ts.isPropertyAccessExpression(node)) return isImpureMember(node);
	return (ts.isNewExpression(node) || ts.isCallExpression(node)) && isImpureMaking(node);
};

/** What depends on when, where or by chance the code runs, as it is written there. */
export const impuritiesIn = (text: string): string[] =>
	findIn(text, (node) => (isImpure(node) ? [node.getText().split('\n')[0] ?? ''] : []));

import type { DocumentFacts, LineFacts, OrderFacts } from '../facts';
import type { Setup } from '../steps';
import {
	balanceOf,
	goodsOf,
	openDownPayments,
	postedMoney,
	TINY,
	type LineBalance,
} from './balance';
import { broken, type Broken } from './broken';
import { everWorthOf, type Memory } from './memory';

/** What one execution of Release Invoice said of an order. */
export interface ReleaseAnswer {
	readonly decision: 'released' | 'held' | 'nothing' | 'failed';
	readonly reasons: readonly string[];
	readonly documents: readonly {
		readonly id: number;
		readonly state: string;
		/** A credit note's is negative. */
		readonly total: number;
	}[];
	/** Why it failed. */
	readonly message: string;
	readonly retryable: boolean;
}

export interface Released {
	readonly setup: Setup;
	readonly before: OrderFacts;
	readonly after: OrderFacts;
	/** As it was before. */
	readonly memory: Memory;
	/** Of one execution, or of two at the same time. */
	readonly answers: readonly ReleaseAnswer[];
}

export const brokenByRelease = (run: Released): Broken[] => [
	...lawOfMoney(run),
	...goodsOf(run.after).flatMap((line) => lawsOfLine(run, line)),
	...newlyPosted(run).flatMap((document) => lawsOfDocument(run, document)),
	...lawOfCompleteness(run),
	...run.answers.flatMap((answer) => lawsOfAnswer(run, answer)),
	...lawOfSilence(run),
];

/** Of rounding: each document rounds each of its lines. */
const CENTS = 0.05;

const shown = (value: number): string => String(Math.round(value * 100) / 100);

const remainderOf = (memory: Memory, line: LineFacts, balance: LineBalance): number =>
	Math.max(
		0,
		Math.min(balance.worth - balance.kept, everWorthOf(memory, line.id) - balance.billed),
	);

/** A person who makes a draft of what was credited has decided to invoice it again. */
const mayBePosted = ({ before, after, memory }: Released, line: LineFacts): number => {
	const balance = balanceOf(before, line);
	return wasDrafted(before, after, line)
		? Math.max(0, balance.worth - balance.kept)
		: remainderOf(memory, line, balance);
};

const lawOfMoney = (run: Released): Broken[] => {
	const { before, after } = run;
	const posted = postedMoney(after) - postedMoney(before);
	const rest = goodsOf(before).reduce((sum, line) => sum + line.price * mayBePosted(run, line), 0);
	const paidDown = openDownPayments(before).net;
	if (posted <= Math.max(0, rest - paidDown) + CENTS) return [];
	return [
		broken(
			paidDown > CENTS && posted <= rest + CENTS ? 'downPaymentNotDeducted' : 'overInvoiced',
			`posted ${shown(posted)}, still to be invoiced ${shown(rest)}, paid down ${shown(paidDown)}`,
		),
	];
};

const lawsOfLine = ({ before, after, memory }: Released, line: LineFacts): Broken[] => {
	const [was, is] = [balanceOf(before, line), balanceOf(after, line)];
	const more = is.kept - was.kept;
	const asked = is.billed - was.billed;
	const found: Broken[] = [];
	if (more > Math.max(0, was.due - was.kept) + TINY)
		found.push(
			broken(
				'lineOverInvoiced',
				`line of ${shown(line.ordered)}: ${shown(was.kept)} invoiced of ${shown(was.due)} due, then ${shown(is.kept)}`,
			),
		);
	else if (
		asked > TINY &&
		asked > everWorthOf(memory, line.id) - was.billed + TINY &&
		!wasDrafted(before, after, line)
	)
		found.push(
			broken(
				'invoicedTwice',
				`line of ${shown(line.ordered)}: ${shown(was.billed)} were on invoices and ${shown(was.kept)} stayed there, then ${shown(asked)} more; ever owed ${shown(everWorthOf(memory, line.id))}`,
			),
		);
	if (more < -TINY && is.kept < Math.min(was.kept, was.due) - TINY)
		found.push(
			broken(
				'overCredited',
				`line of ${shown(line.ordered)}: ${shown(was.kept)} invoiced of ${shown(was.due)} due, then ${shown(is.kept)}`,
			),
		);
	return found;
};

const wasDrafted = (before: OrderFacts, after: OrderFacts, { id }: LineFacts): boolean => {
	const posted = new Set(
		after.documents.filter(({ state }) => state === 'posted').map((document) => document.id),
	);
	return before.documents.some(
		(document) =>
			document.state === 'draft' &&
			posted.has(document.id) &&
			document.lines.some(({ line }) => line === id),
	);
};

const newlyPosted = ({ before, after }: Released): DocumentFacts[] => {
	const known = new Set(
		before.documents.filter(({ state }) => state === 'posted').map(({ id }) => id),
	);
	return after.documents.filter(({ id, state }) => state === 'posted' && !known.has(id));
};

/** A credit note has no terms, and goes to whom it takes an invoice back from. */
const HEAD = {
	invoice: ['address', 'debtor', 'currency', 'company', 'terms', 'position'],
	creditNote: ['currency', 'company'],
} as const;

const lawsOfDocument = ({ before }: Released, document: DocumentFacts): Broken[] => {
	const differs = HEAD[document.type].filter((field) => document[field] !== before[field]);
	const lines = document.lines.flatMap((entry): Broken[] => {
		const line = before.lines.find(({ id }) => id === entry.line);
		if (!line)
			return [
				broken('postedExtraLine', `document ${document.id} asks for ${shown(entry.net)} more`),
			];
		if (line.isDownPayment || document.type === 'creditNote' || entry.quantity <= 0) return [];
		const sameTaxes = entry.taxes.join() === line.taxes.join();
		return Math.abs(entry.price - line.price) <= CENTS && sameTaxes
			? []
			: [
					broken(
						'postedAtAnotherPrice',
						`${shown(entry.price)} with taxes [${entry.taxes.join()}] for ${shown(line.price)} with [${line.taxes.join()}]`,
					),
				];
	});
	return [
		...(differs.length === 0
			? []
			: [
					broken(
						'postedToAnother',
						differs.map((field) => `${field} ${document[field]} for ${before[field]}`).join(', '),
					),
				]),
		...lines,
	];
};

const lawOfCompleteness = (run: Released): Broken[] => {
	const { policy } = run.setup;
	if (policy !== 'whenComplete' && policy !== 'fullyShipped') return [];
	if (!newlyPosted(run).some(({ type }) => type === 'invoice')) return [];
	const coming = goodsOf(run.before)
		.filter(({ isService }) => !isService)
		.map((line) => balanceOf(run.before, line).coming)
		.reduce((sum, quantity) => sum + quantity, 0);
	return coming > TINY ? [broken('postedIncomplete', `${shown(coming)} still to come`)] : [];
};

const lawsOfAnswer = (run: Released, answer: ReleaseAnswer): Broken[] => {
	const { before, after, answers } = run;
	if (answer.decision === 'failed')
		return answers.length > 1 && answer.retryable ? [] : [broken('failed', answer.message)];
	if (answer.decision === 'released') {
		const posted = after.documents.filter(({ state }) => state === 'posted');
		const wrong = answer.documents.filter(({ id, state, total }) => {
			const there = posted.find((document) => document.id === id);
			return state === 'posted' && (!there || Math.abs(Math.abs(total) - there.total) > CENTS);
		});
		return posted.length > 0 && wrong.length === 0
			? []
			: [broken('releasedWithout', `said ${JSON.stringify(answer.documents)}`)];
	}
	if (answer.decision !== 'nothing' || before.state !== 'sale') return [];
	const due = goodsOf(before).filter((line) => {
		const balance = balanceOf(before, line);
		return (
			Math.min(balance.due - balance.keptWithDrafts, remainderOf(run.memory, line, balance)) > TINY
		);
	});
	return due.length === 0
		? []
		: [broken('nothingOfSomething', `${due.length} lines are due; said ${answer.reasons.join()}`)];
};

const lawOfSilence = ({ before, after, answers }: Released): Broken[] => {
	const silent = answers.every(({ decision }) => decision === 'held' || decision === 'nothing');
	const [was, is] = [documentsText(before), documentsText(after)];
	if (!silent || was === is) return [];
	return [
		broken(
			'wroteForNothing',
			`${answers.map(({ decision, reasons }) => `${decision} ${reasons.join()}`).join(' and ')}: ${was} became ${is}`,
		),
	];
};

/** The same for the same documents. */
export const documentsText = ({ documents }: OrderFacts): string =>
	documents
		.map(
			({ id, type, state, total, lines }) => `${type} ${id} ${state} ${total} of ${lines.length}`,
		)
		.join('; ');

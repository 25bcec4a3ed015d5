import { groupValues } from '../../nodes/shared/core/collections';
import type { DocumentFacts, LineFacts, MoveFacts, OrderFacts } from './facts';

/**
 * Facts without ids, so that two worlds can be compared: lines and documents by their place, moves by what they do together.
 * Money is compared to the cent that rounding may cost.
 */
export const rowsOf = (facts: OrderFacts): readonly string[] => [
	`order ${facts.state}, due after ${facts.termDays} days`,
	...facts.lines.map((line, index) => lineText(line, index)),
	...facts.documents.map((document) => documentText(facts, document)),
];

const shown = (value: number): string => String(Math.round(value * 1_000) / 1_000);

const lineText = (line: LineFacts, index: number): string =>
	[
		`line ${index}${line.isDownPayment ? ' down payment' : ''}:`,
		`${shown(line.ordered)} ordered, ${shown(line.delivered)} delivered at ${priceText(line)}`,
		...movesText(line.moves),
	].join(' ');

/** Odoo spreads the cents of a down payment over its lines in its own way. */
const priceText = ({ isDownPayment, price }: Pick<LineFacts, 'isDownPayment' | 'price'>): string =>
	isDownPayment ? price.toFixed(0) : price.toFixed(1);

const movesText = (moves: readonly MoveFacts[]): string[] =>
	[
		...groupValues(
			moves.filter(({ state, quantity }) => state !== 'cancelled' && quantity !== 0),
			({ state, from, to, refunds }) =>
				`${state} ${from}>${to}${refunds && from === 'customer' ? ' refunded' : ''}`,
			({ quantity }) => quantity,
		),
	]
		.map(([way, quantities]) => `${way} ${shown(quantities.reduce((a, b) => a + b, 0))}`)
		.sort();

const documentText = (facts: OrderFacts, document: DocumentFacts): string => {
	const place = new Map(facts.lines.map(({ id }, index) => [id, String(index)]));
	const paidDown = new Set(facts.lines.filter((line) => line.isDownPayment).map(({ id }) => id));
	const lines = document.lines
		.map(
			({ line, quantity, price }) =>
				`${line === null ? 'none' : (place.get(line) ?? 'gone')}: ${shown(quantity)} at ${priceText({ isDownPayment: paidDown.has(line ?? 0), price })}`,
		)
		.sort();
	return `${document.type} ${document.state}, ${document.debtor === facts.debtor ? 'to the same' : 'to another'}: ${lines.join('; ')}`;
};

import type { DocumentFacts, LineFacts, MoveFacts, OrderFacts } from '../facts';
import {
	amountsOf,
	cents,
	deliveredOf,
	isGoods,
	isInvoicedByOrder,
	isLastStage,
	priceOf,
	totalOf,
	type SimulatedDocument,
	type SimulatedLine,
	type SimulatedOrder,
	type SimulatedTransfer,
} from './simulatedOrder';

/** Ids of the simulation's only records beside the order. */
export const PARTY_IDS = { buyer: 1, other: 2 } as const;
const TAX_ID = 1;
export const COMPANY = 1;
const CURRENCY = 1;

const taxesOf = (taxed: boolean): number[] => (taxed ? [TAX_ID] : []);

/** The rows that Odoo's tables would hold. */
export const toFacts = (order: SimulatedOrder): OrderFacts => ({
	order: 7,
	state: order.state,
	total: cents(order.lines.map((line) => ordered(line).gross).reduce((a, b) => a + b, 0)),
	address: PARTY_IDS[order.invoicedTo],
	debtor: PARTY_IDS[order.invoicedTo],
	currency: CURRENCY,
	company: COMPANY,
	terms: order.termDays,
	termDays: order.termDays,
	position: null,
	lines: order.lines.map((line) => toLine(order, line)),
	documents: order.documents.map(toDocument),
	account: { receivables: 0, drafts: 0 },
	traces: [`order ${order.state}`],
});

const ordered = (line: SimulatedLine) =>
	amountsOf({ quantity: line.ordered, price: priceOf(line), taxed: line.taxed });

const toLine = (order: SimulatedOrder, line: SimulatedLine): LineFacts => ({
	id: line.id,
	isDownPayment: line.sells === null,
	isService: line.sells !== null && !isGoods(line),
	invoicedBy: isInvoicedByOrder(line) || line.sells === null ? 'order' : 'delivery',
	ordered: line.ordered,
	delivered: deliveredOf(order, line),
	price: priceOf(line),
	...ordered(line),
	taxes: taxesOf(line.taxed),
	moves: order.transfers.flatMap((transfer) => movesOf(order, transfer, line.id)),
});

const movesOf = (
	order: SimulatedOrder,
	{ way, stage, state, moves }: SimulatedTransfer,
	wanted: number,
): MoveFacts[] =>
	moves
		.filter(({ line }) => line === wanted)
		.map(({ quantity, returns, refunds }) => ({
			state,
			quantity,
			from: way === 'back' ? 'customer' : 'internal',
			to: way === 'out' && isLastStage(order, way, stage) ? 'customer' : 'internal',
			isReturn: returns !== null,
			refunds: way === 'back' && refunds,
		}));

const toDocument = (document: SimulatedDocument): DocumentFacts => ({
	id: document.id,
	type: document.type,
	state: document.state,
	address: PARTY_IDS[document.to],
	debtor: PARTY_IDS[document.to],
	currency: CURRENCY,
	company: COMPANY,
	terms: document.termDays,
	position: null,
	total: totalOf(document),
	residual: cents(totalOf(document) - document.paid),
	lines: document.lines.map((line) => ({
		line: line.line,
		quantity: line.quantity,
		price: line.price,
		...amountsOf(line),
		taxes: taxesOf(line.taxed),
	})),
});

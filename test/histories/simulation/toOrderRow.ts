import type {
	InvoiceLineRow,
	LineRow,
	MoveRow,
	OrderRow,
} from '../../../nodes/shared/ledger/core/orderRows';
import {
	amountsOf,
	cents,
	deliveredOf,
	isGoods,
	isInvoicedByOrder,
	isLastStage,
	priceOf,
	TAX,
	totalOf,
	type SimulatedLine,
	type SimulatedOrder,
	type SimulatedTransfer,
} from './simulatedOrder';

const STATES = { draft: 'quotation', sale: 'confirmed', cancel: 'cancelled' } as const;

/** The ledger's rows of the simulated order. */
export const toOrderRow = (order: SimulatedOrder): OrderRow => ({
	id: 7,
	state: STATES[order.state],
	currency: 'EUR',
	total: cents(order.lines.reduce((sum, line) => sum + soldFor(line).gross, 0)),
	lines: order.lines.map((line) => toLineRow(order, line)),
});

const soldFor = (line: SimulatedLine) =>
	amountsOf({ quantity: line.ordered, price: priceOf(line), taxed: line.taxed });

const kindOf = (line: SimulatedLine): LineRow['kind'] => {
	if (line.sells === null) return 'downPayment';
	return isGoods(line) ? 'goods' : 'service';
};

const toLineRow = (order: SimulatedOrder, line: SimulatedLine): LineRow => ({
	id: line.id,
	kind: kindOf(line),
	invoicedBy: isInvoicedByOrder(line) ? 'ordered' : 'delivered',
	productId: line.sells === null ? null : line.id,
	unitSize: 1,
	ordered: line.ordered,
	delivered: deliveredOf(order, line),
	unitPrice: line.unitPrice,
	discount: line.discount,
	...soldFor(line),
	taxes: line.taxed ? [{ kind: 'percent', amount: TAX, isInPrice: false, raisesBase: false }] : [],
	moves: order.transfers.flatMap((transfer) => toMoveRows(order, transfer, line.id)),
	invoiceLines: toInvoiceLineRows(order, line.id),
});

/** Enough seconds for every history, written as Odoo writes time. */
const timeOf = (at: number): string => `2026-11-22 10:00:${String(at).padStart(4, '0')}`;

/** A move of each line in each transfer. */
const moveId = (transfer: number, line: number): number => transfer * 1_000 + line;

const toMoveRows = (
	order: SimulatedOrder,
	{ id, way, stage, state, at, moves }: SimulatedTransfer,
	wanted: number,
): MoveRow[] =>
	moves
		.filter(({ line }) => line === wanted)
		.map(({ line, quantity, returns, refunds }) => ({
			id: moveId(id, line),
			productId: line,
			state,
			quantity,
			unitSize: 1,
			from: way === 'back' ? 'customer' : 'house',
			to: way === 'out' && isLastStage(order, way, stage) ? 'customer' : 'house',
			returnsMoveId: returns === null ? null : moveId(returns, line),
			isRefunded: way === 'back' && refunds,
			at: timeOf(at),
			nextMoveIds: [],
		}));

const toInvoiceLineRows = (order: SimulatedOrder, wanted: number): InvoiceLineRow[] =>
	order.documents.flatMap((document) =>
		document.lines
			.filter(({ line }) => line === wanted)
			.map((line) => ({
				quantity: line.quantity,
				unitSize: 1,
				...amountsOf(line),
				document: {
					id: document.id,
					type: document.type,
					state: document.state,
					at: timeOf(document.at),
					currency: 'EUR',
					total: totalOf(document),
					residual: cents(totalOf(document) - document.paid),
				},
			})),
	);

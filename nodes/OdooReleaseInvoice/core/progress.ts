import { add, compare, isPositive, ZERO, type Exact } from '../../shared/core/exact';
import { draftsOf } from './drafts';
import type { InvoicingOrder, OrderLineFacts } from './facts';
import { linesToInvoice } from './nextInvoice';
import { goodsLines, quantity } from './quantities';

/** What will still be delivered of a line, from anywhere in the chain. */
export const comingOf = ({ ledger }: InvoicingOrder, { id }: OrderLineFacts): Exact =>
	ledger.lines.find((line) => line.id === id)?.coming ?? ZERO;

/** The customer is asked for money: not only given back. */
export const asksForMoney = (order: InvoicingOrder): boolean =>
	linesToInvoice(order).length > 0 || draftsOf(order).some(({ kind }) => kind === 'invoice');

/** Goods are about to be invoiced, and no more of them than were shipped. */
export const hasLeftTheHouse = (order: InvoicingOrder): boolean => {
	const inQuestion = new Set([
		...draftsOf(order).flatMap(({ lines }) => lines.map(({ orderLineId }) => orderLineId)),
		...linesToInvoice(order).map(({ id }) => id),
	]);
	const next = goodsLines(order).filter(({ id }) => inQuestion.has(id));
	return (
		next.some(({ delivered }) => isPositive(quantity(delivered))) &&
		next.every(
			({ invoiced, toInvoice, delivered }) =>
				compare(add(quantity(invoiced), quantity(toInvoice)), quantity(delivered)) <= 0,
		)
	);
};

import { add, compare, isPositive } from '../../shared/core/exact';
import { draftsOf } from './drafts';
import type { InvoicingOrder } from './facts';
import { goodsLines, missingQuantity, quantity } from './quantities';

export const hasShipped = (order: InvoicingOrder): boolean =>
	goodsLines(order).some(({ delivered }) => isPositive(quantity(delivered)));

/** Goods are about to be invoiced, and no more of them than were shipped. */
export const hasLeftTheHouse = (order: InvoicingOrder): boolean => {
	const onDrafts = new Set(
		draftsOf(order).flatMap(({ lines }) => lines.map(({ orderLineId }) => orderLineId)),
	);
	const next = goodsLines(order).filter(
		({ id, toInvoice }) => onDrafts.has(id) || isPositive(quantity(toInvoice)),
	);
	return (
		next.length > 0 &&
		next.every(
			({ invoiced, toInvoice, delivered }) =>
				compare(add(quantity(invoiced), quantity(toInvoice)), quantity(delivered)) <= 0,
		)
	);
};

/** Nothing more will be shipped, although less than ordered was. */
export const isRemainderCancelled = (order: InvoicingOrder): boolean =>
	hasShipped(order) &&
	!order.transfers.some(({ direction, state }) => direction === 'delivery' && state === 'open');

export const isComplete = (order: InvoicingOrder): boolean =>
	isRemainderCancelled(order) ||
	!goodsLines(order).some((line) => isPositive(missingQuantity(line)));

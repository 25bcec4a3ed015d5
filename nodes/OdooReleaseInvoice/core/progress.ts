import { isPositive } from '../../shared/core/exact';
import type { InvoicingOrder } from './facts';
import { goodsLines, missingQuantity, quantity } from './quantities';

export const hasShipped = (order: InvoicingOrder): boolean =>
	goodsLines(order).some(({ delivered }) => isPositive(quantity(delivered)));

/** Nothing more will be shipped, although less than ordered was. */
export const isRemainderCancelled = (order: InvoicingOrder): boolean =>
	hasShipped(order) &&
	!order.transfers.some(({ direction, state }) => direction === 'delivery' && state === 'open');

export const isComplete = (order: InvoicingOrder): boolean =>
	isRemainderCancelled(order) ||
	!goodsLines(order).some((line) => isPositive(missingQuantity(line)));

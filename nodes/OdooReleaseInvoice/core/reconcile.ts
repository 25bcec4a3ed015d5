import { compare, isZero, subtract } from '../../shared/core/exact';
import type { InvoicingOrder, OrderLineFacts } from './facts';
import { goodsLines, quantity } from './quantities';
import type { Reason } from './reason';
import type { ReconciliationPolicy } from './reconciliation';
import { OF_LINES, OF_ORDERS } from './rules';

export interface Mismatch {
	readonly order: InvoicingOrder;
	readonly reasons: readonly Reason[];
}

/** Where what was shipped and what was invoiced do not agree. Looks at orders in any state: a cancelled one may be shipped. */
export const reconcileOrder = (order: InvoicingOrder, policy: ReconciliationPolicy): Reason[] => [
	...goodsLines(order).flatMap((line) =>
		OF_LINES.flatMap((rule): readonly Reason[] => rule.check(order, line, policy)),
	),
	...OF_ORDERS.flatMap((rule): readonly Reason[] => rule.check(order, policy)),
];

/** Cheap first look at a line: whether its order is worth reading whole. */
export const isSuspect = ({
	ordered,
	delivered,
	invoiced,
}: Pick<OrderLineFacts, 'ordered' | 'delivered' | 'invoiced'>): boolean =>
	!isZero(subtract(quantity(delivered), quantity(invoiced))) ||
	compare(quantity(delivered), quantity(ordered)) > 0;

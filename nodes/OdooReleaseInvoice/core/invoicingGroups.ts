import { groupBy } from '../../shared/core/collections';
import type { DecidedOrder } from './sharedDrafts';

/** Orders that are invoiced in the same way. */
export interface InvoicingGroup {
	readonly orderIds: readonly number[];
	/** One invoice for the orders of a customer with the same addresses, currency and company. */
	readonly consolidates: boolean;
	/** Deducts down payments, and credits what was invoiced too much. */
	readonly deducts: boolean;
}

/** Of the orders that need a new invoice. */
export const invoicingGroups = (released: readonly DecidedOrder[]): InvoicingGroup[] => {
	const planned = released.flatMap(({ order, decision }) =>
		decision.kind === 'release' && decision.plan.creates
			? [{ orderId: order.id, plan: decision.plan }]
			: [],
	);
	const groups = groupBy(planned, ({ plan }) => `${plan.consolidates} ${plan.deducts}`);
	return [...groups.values()].map((group) => ({
		orderIds: group.map(({ orderId }) => orderId),
		consolidates: group.some(({ plan }) => plan.consolidates),
		deducts: group.some(({ plan }) => plan.deducts),
	}));
};

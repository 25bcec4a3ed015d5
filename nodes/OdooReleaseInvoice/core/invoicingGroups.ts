import { groupBy } from '../../shared/core/collections';
import type { InvoicingOrder } from './facts';
import type { DecidedOrder } from './sharedDrafts';

/** Orders that are invoiced in the same way, in one go. */
export interface InvoicingGroup {
	readonly orderIds: readonly number[];
	/** One invoice for the orders of a customer with the same addresses, currency and company. */
	readonly consolidates: boolean;
	/** Deducts down payments, and credits what was invoiced too much. */
	readonly deducts: boolean;
}

interface Wizard {
	/** Orders in a group, unless more share an invoice. */
	readonly batchSize: number;
	/** Whether it keeps delivery addresses and fiscal positions apart, as since Odoo 19. */
	readonly joinsByAddress: boolean;
}

/** Of the orders that need a new invoice. Orders that share an invoice stand in one group, however many they are. */
export const invoicingGroups = (
	released: readonly DecidedOrder[],
	wizard: Wizard,
): InvoicingGroup[] => {
	const planned = released.flatMap((entry) =>
		entry.decision.kind === 'release' && entry.decision.plan.creates
			? [{ ...entry, plan: entry.decision.plan }]
			: [],
	);
	const kinds = groupBy(planned, ({ plan }) => `${plan.consolidates} ${plan.deducts}`);
	return [...kinds.values()].flatMap((entries) => {
		const consolidates = entries.some(({ plan }) => plan.consolidates);
		const deducts = entries.some(({ plan }) => plan.deducts);
		const rounds = consolidates
			? roundsOf(entries, wizard)
			: [entries.map(({ order }) => [order.id])];
		return rounds
			.flatMap((invoices) => packed(invoices, wizard.batchSize))
			.map((orderIds) => ({ orderIds, consolidates, deducts }));
	});
};

const addressKey = ({ deliveryAddress, fiscalPosition }: InvoicingOrder): string =>
	`${deliveryAddress?.id} ${fiscalPosition?.id}`;

/** The same for orders that the wizard would join. */
const jointKey = (order: InvoicingOrder, { joinsByAddress }: Wizard): string =>
	`${order.company.id} ${order.customer.id} ${order.currency} ${joinsByAddress ? addressKey(order) : ''}`;

/** The same for orders that share an invoice. */
const sameKey = ({ order, policy }: DecidedOrder): string =>
	`${addressKey(order)} ${policy.consolidatesTerms ? '' : order.paymentTerm?.id}`;

/** What the wizard would join and must not is apart by the round. */
const roundsOf = (entries: readonly DecidedOrder[], wizard: Wizard): (readonly number[])[][] => {
	const rounds: (readonly number[])[][] = [];
	for (const joint of groupBy(entries, ({ order }) => jointKey(order, wizard)).values())
		[...groupBy(joint, sameKey).values()].forEach((same, index) => {
			(rounds[index] ??= []).push(same.map(({ order }) => order.id));
		});
	return rounds;
};

/** As many invoices together as fit. */
const packed = (invoices: readonly (readonly number[])[], batchSize: number): number[][] => {
	const groups: number[][] = [];
	for (const orderIds of invoices) {
		const last = groups.at(-1);
		if (last && last.length + orderIds.length <= batchSize) last.push(...orderIds);
		else groups.push([...orderIds]);
	}
	return groups;
};

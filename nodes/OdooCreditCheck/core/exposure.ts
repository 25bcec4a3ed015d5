import { add, exact, sum, type Exact } from '../../shared/core/exact';
import type { OpenItem } from './account';
import { ageingOf, type Ageing } from './ageing';
import type { OrderShare } from './orderShares';

/** What an account owes or will owe, without the orders that are being decided. */
export interface BaseExposure {
	readonly ageing: Ageing;
	readonly draftInvoices: Exact;
	/** Of every confirmed order: goods that left the house count, whatever is decided about the rest. */
	readonly deliveredNotInvoiced: Exact;
	/** Of confirmed orders that are not on hold. */
	readonly undelivered: Exact;
	/** Quotations that were approved and are not confirmed yet. */
	readonly approvedQuotations: Exact;
	/** Taken off the order figures above. */
	readonly downPayments: Exact;
	readonly total: Exact;
}

interface BaseInput {
	readonly items: readonly OpenItem[];
	readonly shares: ReadonlyMap<number, OrderShare>;
	/** Orders of this run, and orders on hold: of those only what was delivered counts here. */
	readonly apart: (orderId: number) => boolean;
	/** `YYYY-MM-DD` */
	readonly today: string;
}

export const baseExposure = ({ items, shares, apart, today }: BaseInput): BaseExposure => {
	const ageing = ageingOf(items, today);
	// A credit note that nobody posted frees no limit.
	const draftInvoices = sum(
		items
			.filter(({ state, amount }) => state === 'draft' && amount > 0)
			.map(({ amount }) => exact(amount)),
	);
	const confirmed = [...shares].filter(([, share]) => share.confirmed);
	const quotations = [...shares].filter(([orderId, share]) => !share.confirmed && !apart(orderId));
	const deliveredNotInvoiced = sum(confirmed.map(([, share]) => share.delivered));
	const undelivered = sum(
		confirmed.filter(([orderId]) => !apart(orderId)).map(([, share]) => share.undelivered),
	);
	const approvedQuotations = sum(
		quotations.map(([, share]) => add(share.delivered, share.undelivered)),
	);
	return {
		ageing,
		draftInvoices,
		deliveredNotInvoiced,
		undelivered,
		approvedQuotations,
		downPayments: sum([...shares.values()].map((share) => share.downPayments)),
		total: sum([
			ageing.total,
			draftInvoices,
			deliveredNotInvoiced,
			undelivered,
			approvedQuotations,
		]),
	};
};

/** The whole exposure as one order sees it. */
export interface Exposure extends BaseExposure {
	/** Orders of this run that were approved before this one. */
	readonly approvedInRun: Exact;
	/** The order itself, as far as it is in none of the other figures. */
	readonly thisOrder: Exact;
	/** All of the other accounts in the credit group; null outside a group. */
	readonly group: Exact | null;
}

export const exposureWith = (
	base: BaseExposure,
	{
		approvedInRun,
		thisOrder,
		restOfGroup,
	}: {
		readonly approvedInRun: Exact;
		readonly thisOrder: Exact;
		readonly restOfGroup: Exact | null;
	},
): Exposure => {
	const total = sum([base.total, approvedInRun, thisOrder]);
	return {
		...base,
		approvedInRun,
		thisOrder,
		total,
		group: restOfGroup === null ? null : add(total, restOfGroup),
	};
};

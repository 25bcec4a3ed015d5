import {
	add,
	exact,
	isNegative,
	largest,
	smallest,
	subtract,
	sum,
	ZERO,
	type Exact,
} from '../../shared/core/exact';
import { ageingOf, type Ageing } from './ageing';
import type { Account, OpenLine, Rates } from './facts';
import { exposureOfLine, sumOfLines } from './lines';
import { toCompanyCurrency } from './rates';

/** What one order may still be invoiced for, less its down payments, in the company's currency. */
export interface OrderShare {
	readonly confirmed: boolean;
	readonly delivered: Exact;
	readonly undelivered: Exact;
	/** Taken off the two figures above. */
	readonly downPayments: Exact;
}

export const NO_SHARE: OrderShare = {
	confirmed: false,
	delivered: ZERO,
	undelivered: ZERO,
	downPayments: ZERO,
};

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

/** Open orders of an account by order id. @throws MissingRate */
export const sharesOf = (
	{ lines, downPayments }: Account,
	rates: Rates,
): ReadonlyMap<number, OrderShare> => {
	const linesOf = new Map<number, OpenLine[]>();
	for (const line of lines) {
		const known = linesOf.get(line.orderId);
		if (known) known.push(line);
		else linesOf.set(line.orderId, [line]);
	}
	const paidOf = new Map<number, Exact>();
	for (const { orderId, amount, currency } of downPayments)
		paidOf.set(
			orderId,
			add(paidOf.get(orderId) ?? ZERO, toCompanyCurrency(exact(amount), currency, rates)),
		);
	return new Map(
		[...linesOf].map(([orderId, own]) => [
			orderId,
			shareOf(own, paidOf.get(orderId) ?? ZERO, rates),
		]),
	);
};

const shareOf = (lines: readonly OpenLine[], paid: Exact, rates: Rates): OrderShare => {
	const open = sumOfLines(
		lines.map((line) => {
			const { delivered, undelivered } = exposureOfLine(line);
			return {
				delivered: toCompanyCurrency(delivered, line.currency, rates),
				undelivered: toCompanyCurrency(undelivered, line.currency, rates),
			};
		}),
	);
	const fromDelivered = covers(paid, open.delivered);
	const fromUndelivered = covers(subtract(paid, fromDelivered), open.undelivered);
	return {
		confirmed: lines.every(({ confirmed }) => confirmed),
		delivered: subtract(open.delivered, fromDelivered),
		undelivered: subtract(open.undelivered, fromUndelivered),
		downPayments: add(fromDelivered, fromUndelivered),
	};
};

/** How much of an amount a payment covers; it never turns a debt into a credit. */
const covers = (payment: Exact, amount: Exact): Exact =>
	isNegative(amount) ? ZERO : smallest(largest(payment, ZERO), amount);

/**
 * @param apart orders of this run, and orders on hold: of those only what was delivered counts here
 */
export const baseExposure = (
	account: Account,
	shares: ReadonlyMap<number, OrderShare>,
	apart: (orderId: number) => boolean,
	today: string,
): BaseExposure => {
	const ageing = ageingOf(account.items, today);
	const draftInvoices = sum(
		account.items.filter(({ state }) => state === 'draft').map(({ amount }) => exact(amount)),
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

import { groupBy, groupValues } from '../../shared/core/collections';
import {
	exact,
	add,
	isNegative,
	largest,
	smallest,
	subtract,
	sum,
	ZERO,
	type Exact,
} from '../../shared/core/exact';
import type { Account, OpenLine } from './account';
import type { Rates } from './facts';
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

/** Open orders of an account by order id. @throws MissingRate */
export const sharesOf = (
	{ lines, downPayments }: Account,
	rates: Rates,
): ReadonlyMap<number, OrderShare> => {
	const paidOf = groupValues(
		downPayments,
		({ orderId }) => orderId,
		({ amount, currency }) => toCompanyCurrency(exact(amount), currency, rates),
	);
	return new Map(
		[...groupBy(lines, ({ orderId }) => orderId)].map(([orderId, own]) => [
			orderId,
			shareOf(own, sum(paidOf.get(orderId) ?? []), rates),
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

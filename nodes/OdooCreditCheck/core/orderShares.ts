import {
	add,
	isNegative,
	largest,
	smallest,
	subtract,
	ZERO,
	type Exact,
} from '../../shared/core/exact';
import type { Account } from './account';
import type { Rates } from './facts';
import type { OpenOrder } from './openOrder';
import { toCompanyCurrency } from './rates';

/** What one order may still be invoiced for, less its down payments, in the company's currency; never negative. */
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
export const sharesOf = ({ orders }: Account, rates: Rates): ReadonlyMap<number, OrderShare> =>
	new Map(orders.map((order) => [order.orderId, shareOf(order, rates)]));

const shareOf = (order: OpenOrder, rates: Rates): OrderShare => {
	const converted = (amount: Exact): Exact => toCompanyCurrency(amount, order.currency, rates);
	const open = withoutCredits(converted(order.delivered), converted(order.undelivered));
	const paid = converted(order.downPayments);
	const fromDelivered = covers(paid, open.delivered);
	const fromUndelivered = covers(subtract(paid, fromDelivered), open.undelivered);
	return {
		confirmed: order.confirmed,
		delivered: subtract(open.delivered, fromDelivered),
		undelivered: subtract(open.undelivered, fromUndelivered),
		downPayments: add(fromDelivered, fromUndelivered),
	};
};

/** A discount or trade-in lowers its own order, down to nothing: what we may come to owe frees no limit. */
const withoutCredits = (delivered: Exact, undelivered: Exact) => ({
	delivered: positive(add(delivered, smallest(ZERO, undelivered))),
	undelivered: positive(add(undelivered, smallest(ZERO, delivered))),
});

const positive = (amount: Exact): Exact => largest(ZERO, amount);

/** How much of an amount a payment covers; it never turns a debt into a credit. */
const covers = (payment: Exact, amount: Exact): Exact =>
	isNegative(amount) ? ZERO : smallest(positive(payment), amount);

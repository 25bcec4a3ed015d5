import { add, compare, divide, exact, roundTo, ZERO, type Exact } from '../../shared/core/exact';
import { accountKey } from '../../shared/ledger/core/debtor';
import { choosePolicy, type PolicyBook } from './choosePolicy';
import { decideRelease } from './decideRelease';
import type { InvoicingOrder } from './facts';
import { debtToCome } from './nextInvoice';
import type { DecidedOrder } from './sharedDrafts';

const DECIMALS = 6;

/**
 * Decides on orders one after the other. What one of them will add to a customer's debt counts for the next: together
 * they stay within the limit too.
 */
export const decideAll = (
	orders: readonly InvoicingOrder[],
	policies: PolicyBook,
	today: string,
): DecidedOrder[] => {
	const owed = new Map<string, Exact>();
	return orders.map((order) => {
		const policy = choosePolicy(policies, order);
		const debtor = accountKey(order.customer.account.id, order.company.id);
		const before = owed.get(debtor) ?? ZERO;
		const decision = decideRelease(owing(order, before), policy, today);
		const { credit } = order.customer;
		if (decision.kind === 'release' && credit !== null)
			owed.set(debtor, add(before, divide(debtToCome(order, policy), exact(credit.rate))));
		return { order, policy, decision };
	});
};

const owing = (order: InvoicingOrder, more: Exact): InvoicingOrder => {
	const { credit } = order.customer;
	if (credit === null || compare(more, ZERO) === 0) return order;
	const receivable = roundTo(add(exact(credit.receivable), more), DECIMALS);
	return { ...order, customer: { ...order.customer, credit: { ...credit, receivable } } };
};

import { draftsOf } from './drafts';
import type { InvoicingOrder } from './facts';
import { invoiceDateOf } from './invoiceDate';
import {
	createsNext,
	deductsNext,
	isDownPaymentLeft,
	linesToCredit,
	linesToInvoice,
} from './nextInvoice';
import type { InvoicePolicy } from './policy';
import type { Reason } from './reason';
import { GATE, OF_STATE, WITHOUT_WORK } from './rules';
import { alreadyBilled } from './rules/alreadyBilled';
import { overInvoiced } from './rules/overInvoiced';
import { restNotInvoiced } from './rules/restNotInvoiced';

interface InvoicePlan {
	/** Something is to be invoiced, and no draft is there to be posted first. */
	readonly creates: boolean;
	/** Down payments, and what was invoiced too much, are taken off the new invoice. */
	readonly deducts: boolean;
	readonly consolidates: boolean;
	/** `YYYY-MM-DD` */
	readonly date: string;
}

export type ReleaseDecision =
	| { readonly kind: 'release'; readonly plan: InvoicePlan; readonly reasons: readonly Reason[] }
	/** Everything that can be invoiced is invoiced and posted already. */
	| { readonly kind: 'invoiced'; readonly reasons: readonly Reason[] }
	| { readonly kind: 'held'; readonly reasons: readonly Reason[] }
	| { readonly kind: 'nothing'; readonly reasons: readonly Reason[] };

/**
 * Decides whether an order is invoiced now, from what Odoo says at this moment. Total and without memory: the same order
 * asked again after it was invoiced is `invoiced`.
 * @param today in the user's calendar, `YYYY-MM-DD`
 */
export const decideRelease = (
	order: InvoicingOrder,
	policy: InvoicePolicy,
	today: string,
): ReleaseDecision => {
	const ofState = OF_STATE.flatMap((rule): readonly Reason[] => rule.check(order));
	if (ofState.length > 0) return { kind: 'nothing', reasons: ofState };
	if (!hasWork(order)) return withoutWork(order);
	const found = GATE.flatMap((rule): readonly Reason[] => rule.check(order, policy, today));
	const reasons = found.length > 0 ? found : overInvoiced.check(order, policy, today);
	return reasons.length > 0
		? { kind: 'held', reasons }
		: {
				kind: 'release',
				plan: planOf(order, policy, today),
				reasons: restNotInvoiced.check(order),
			};
};

const hasWork = (order: InvoicingOrder): boolean =>
	draftsOf(order).length + linesToCredit(order).length > 0 ||
	(order.isInvoiceable && linesToInvoice(order).length > 0) ||
	isDownPaymentLeft(order);

const withoutWork = (order: InvoicingOrder): ReleaseDecision => {
	const before = alreadyBilled.check(order);
	if (before.length > 0) return { kind: 'invoiced', reasons: before };
	const why = WITHOUT_WORK.map((rule): readonly Reason[] => rule.check(order));
	return { kind: 'nothing', reasons: why.find((reasons) => reasons.length > 0) ?? [] };
};

const planOf = (order: InvoicingOrder, policy: InvoicePolicy, today: string): InvoicePlan => ({
	creates: createsNext(order),
	deducts: deductsNext(order, policy),
	// A correction stays apart, so that it does not disappear in another order's invoice.
	consolidates:
		policy.consolidates && linesToCredit(order).length === 0 && !isDownPaymentLeft(order),
	date: invoiceDateOf(order, policy, today),
});

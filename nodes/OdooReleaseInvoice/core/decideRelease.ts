import { isZero } from '../../shared/core/exact';
import { draftsOf, downPaymentDraftsOf, postedInvoicesOf } from './drafts';
import { deductsNow } from './downPayments';
import type { InvoicingOrder } from './facts';
import { cutOffRule, invoiceDateOf } from './invoiceDate';
import type { InvoicePolicy } from './policy';
import { goodsLines, linesToInvoice, linesToCredit, missingQuantity } from './quantities';
import { reason, type Reason } from './reason';
import { companyRule, currencyRule } from './rules/agreement';
import {
	creditNoteRule,
	downPaymentRule,
	draftCreditNoteRule,
	extraLinesRule,
	negativeDraftRule,
	refundedRule,
} from './rules/correction';
import { creditRule, customerDataRule } from './rules/customer';
import { disputeRule, holdRule, openReturnRule } from './rules/holds';
import { milestoneRule } from './rules/milestone';
import { partialRule } from './rules/partial';
import { priceRule } from './rules/price';
import { overDeliveryRule } from './rules/quantity';
import type { Rule } from './rules/rule';
import { fiscalPositionRule, taxRule } from './rules/tax';

export interface InvoicePlan {
	/** Something is to be billed that is on no invoice yet. */
	readonly creates: boolean;
	/** Drafts that are posted as they are. */
	readonly adopts: readonly number[];
	/** Down payments, and what was billed too much, are taken off the new invoice. */
	readonly deducts: boolean;
	readonly consolidates: boolean;
	/** `YYYY-MM-DD` */
	readonly date: string;
}

export type ReleaseDecision =
	| { readonly kind: 'release'; readonly plan: InvoicePlan; readonly reasons: readonly Reason[] }
	/** Everything that can be billed is billed and posted already. */
	| { readonly kind: 'invoiced'; readonly reasons: readonly Reason[] }
	| { readonly kind: 'held'; readonly reasons: readonly Reason[] }
	| { readonly kind: 'nothing'; readonly reasons: readonly Reason[] };

/** Every rule is asked, so that a person sees all that is wrong at once. */
const GATE: readonly Rule[] = [
	holdRule,
	disputeRule,
	openReturnRule,
	creditRule,
	milestoneRule,
	partialRule,
	overDeliveryRule,
	creditNoteRule,
	draftCreditNoteRule,
	negativeDraftRule,
	extraLinesRule,
	refundedRule,
	downPaymentRule,
	priceRule,
	taxRule,
	fiscalPositionRule,
	customerDataRule,
	currencyRule,
	companyRule,
	cutOffRule,
];

/**
 * Decides whether an order is billed now, from what Odoo says at this moment. Total and without memory: the same order
 * asked again after it was billed is `billed`.
 * @param today in the user's calendar, `YYYY-MM-DD`
 */
export const decideRelease = (
	order: InvoicingOrder,
	policy: InvoicePolicy,
	today: string,
): ReleaseDecision => {
	if (order.state === 'cancel')
		return { kind: 'nothing', reasons: [reason('orderCancelled', 'The order is cancelled')] };
	if (order.state !== 'sale')
		return { kind: 'nothing', reasons: [reason('notConfirmed', 'The order is not confirmed')] };
	if (!hasWork(order)) return withoutWork(order);
	const reasons = GATE.flatMap((rule) => rule(order, policy, today));
	return reasons.length > 0
		? { kind: 'held', reasons }
		: { kind: 'release', plan: planOf(order, policy, today), reasons };
};

const hasWork = (order: InvoicingOrder): boolean =>
	linesToInvoice(order).length + linesToCredit(order).length + draftsOf(order).length > 0;

const withoutWork = (order: InvoicingOrder): ReleaseDecision => {
	const posted = postedInvoicesOf(order);
	if (posted.length > 0)
		return {
			kind: 'invoiced',
			reasons: [
				reason('alreadyBilled', `Billed with ${posted.map(({ number }) => number).join(', ')}`),
			],
		};
	if (downPaymentDraftsOf(order).length > 0)
		return {
			kind: 'nothing',
			reasons: [
				reason('downPaymentNotPosted', 'The invoice for the down payment is still a draft'),
			],
		};
	const waits = goodsLines(order).some((line) => !isZero(missingQuantity(line)));
	return {
		kind: 'nothing',
		reasons: [
			waits
				? reason('notShipped', 'Nothing is shipped yet')
				: reason('nothingToBill', 'The order has nothing to bill'),
		],
	};
};

const planOf = (order: InvoicingOrder, policy: InvoicePolicy, today: string): InvoicePlan => ({
	creates: linesToInvoice(order).length + linesToCredit(order).length > 0,
	adopts: draftsOf(order).map(({ id }) => id),
	deducts: deductsNow(order, policy),
	// A correction stays apart, so that it does not disappear in another order's invoice.
	consolidates: policy.consolidates && linesToCredit(order).length === 0,
	date: invoiceDateOf(order, policy, today),
});

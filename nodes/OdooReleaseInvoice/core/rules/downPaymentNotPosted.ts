import { downPaymentDraftsOf } from '../drafts';
import type { InvoicingOrder } from '../facts';
import type { InvoiceFacts } from '../invoiceFacts';
import { finding, reasonOf } from '../reason';
import { stateRule } from './rule';

const DRAFT = {
	code: 'downPaymentNotPosted',
	case: 'INVOICE_DOWN_PAYMENT',
	sentence: () => 'The invoice for the down payment is still a draft',
} as const;

const isDraft = finding(DRAFT);

export const isDraftStill = finding({
	...DRAFT,
	figures: ({ id }: InvoiceFacts) => ({ invoice: id }),
});

export const downPaymentNotPosted = stateRule({
	findings: [isDraft],
	options: {},
	check: (order: InvoicingOrder) =>
		downPaymentDraftsOf(order).length > 0 ? [reasonOf(isDraft, order)] : [],
});

import { draftsOf } from '../drafts';
import type { InvoiceFacts } from '../invoiceFacts';
import { finding, reasonOf } from '../reason';
import { gateRule } from './rule';

interface ForeignDraft {
	readonly draft: InvoiceFacts;
	/** Of the order. */
	readonly currency: string;
}

const otherCurrency = finding({
	code: 'currencyDiffers',
	case: 'INVOICE_CUSTOMER_DATA',
	sentence: ({ draft, currency }: ForeignDraft) =>
		`The draft invoice is in ${draft.currency}, the order in ${currency}`,
	figures: ({ draft }) => ({ invoice: draft.id, currency: draft.currency }),
});

export const currencyDiffers = gateRule({
	findings: [otherCurrency],
	options: {},
	check: (order) =>
		draftsOf(order)
			.filter(({ currency }) => currency !== order.currency)
			.map((draft) => reasonOf(otherCurrency, { draft, currency: order.currency })),
});

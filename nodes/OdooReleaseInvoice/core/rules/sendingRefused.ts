import type { InvoicingOrder } from '../facts';
import type { InvoiceFacts } from '../invoiceFacts';
import { finding, reasonOf } from '../reason';
import { option } from './option';
import type { Rule } from './rule';

interface Unsent {
	readonly invoice: InvoiceFacts;
	/** In Odoo's words. */
	readonly why: string;
}

const unsent = finding({
	code: 'sendingRefused',
	case: 'INVOICE_REFUSED',
	sentence: ({ invoice: { id, number }, why }: Unsent) =>
		`${number ?? `Invoice ${id}`} was not sent: ${why}`,
	figures: ({ invoice: { id } }) => ({ invoice: id }),
});

/** By invoice, in Odoo's words. */
type Refusals = ReadonlyMap<number, string>;

const options = {
	send: option({
		displayName: 'Send Invoice',
		name: 'send',
		type: 'boolean',
		default: false,
		description:
			'Whether to send posted invoices through Odoo, in the way that is set for the customer',
	}),
};

/** An invoice that cannot be sent is posted all the same. */
export const sendingRefused: Rule<
	readonly [order: InvoicingOrder, refusals: Refusals],
	'sendingRefused',
	typeof options
> = {
	findings: [unsent],
	options,
	check: ({ invoices }, refusals) =>
		invoices.flatMap((invoice) => {
			const why = refusals.get(invoice.id);
			return why === undefined ? [] : [reasonOf(unsent, { invoice, why })];
		}),
};

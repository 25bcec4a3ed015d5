import { draftsOf } from './drafts';
import type { InvoicingOrder } from './facts';
import type { InvoicePolicy } from './policy';

/** Of days, each `YYYY-MM-DD` or null. */
export const latestDay = (days: readonly (string | null)[]): string | null =>
	days.reduce((last, day) => ((day ?? '') > (last ?? '') ? day : last), null);

/** The next document has a tax: the draft that is there, or what would be on a new one. */
const isTaxed = (order: InvoicingOrder): boolean => {
	const drafts = draftsOf(order);
	const lines =
		drafts.length > 0
			? drafts.flatMap((draft) => draft.lines)
			: order.lines.filter(({ toInvoice }) => toInvoice !== 0);
	return lines.some(({ taxes }) => taxes.length > 0);
};

/** The last day on which the order's next document cannot be booked, by the policy and by Odoo's lock dates. */
export const closedUntil = (order: InvoicingOrder, { cutOff }: InvoicePolicy): string | null => {
	const { books, taxes } = order.company.closedUntil;
	return latestDay([cutOff.date, books, isTaxed(order) ? taxes : null]);
};

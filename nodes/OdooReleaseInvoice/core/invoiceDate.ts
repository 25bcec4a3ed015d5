import { addDays, endOfMonth } from '../../shared/core/time';
import type { InvoicingOrder } from './facts';
import type { InvoiceDateRule, InvoicePolicy } from './policy';
import { shippedTransfers } from './proof';

const DATES = {
	today: (_order, today) => today,
	/** Of an order that ships nothing: today. */
	lastDelivery: (order, today) =>
		shippedTransfers(order).reduce(
			(last, { doneOn }) => ((doneOn ?? '') > last ? (doneOn ?? '') : last),
			'',
		) || today,
	endOfMonth: (_order, today) => endOfMonth(today),
} as const satisfies Record<InvoiceDateRule, (order: InvoicingOrder, today: string) => string>;

/** The invoice's date, moved out of the closed books when the policy says so. */
export const invoiceDateOf = (
	order: InvoicingOrder,
	{ invoiceDate, cutOff }: InvoicePolicy,
	today: string,
): string => {
	const date = DATES[invoiceDate](order, today);
	return cutOff?.then === 'nextDay' && date <= cutOff.date ? addDays(cutOff.date, 1) : date;
};

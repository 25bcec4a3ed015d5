import { addDays, endOfMonth } from '../../shared/core/time';
import { closedUntil } from './closedBooks';
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
	policy: InvoicePolicy,
	today: string,
): string => {
	const date = DATES[policy.invoiceDate](order, today);
	const closed = closedUntil(order, policy);
	return policy.cutOff.then === 'nextDay' && closed !== null && date <= closed
		? addDays(closed, 1)
		: date;
};

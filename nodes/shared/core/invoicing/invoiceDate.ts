import type { InvoicingOrder } from './facts';
import type { InvoiceDateRule, InvoicePolicy } from './policy';
import { reason, type Reason } from './reason';
import { shippedTransfers } from './rules/proof';

const DAY_MS = 86_400_000;

const addDays = (date: string, days: number): string =>
	new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

const endOfMonth = (date: string): string => {
	const [year = 0, month = 0] = date.split('-').map(Number);
	return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};

const DATES = {
	today: (_order, today) => today,
	/** Of an order that ships nothing: today. */
	lastDelivery: (order, today) =>
		shippedTransfers(order).reduce(
			(last, { doneAt }) => ((doneAt ?? '') > last ? (doneAt ?? '').slice(0, 10) : last),
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

export const cutOffRule = (
	order: InvoicingOrder,
	policy: InvoicePolicy,
	today: string,
): readonly Reason[] => {
	const { cutOff } = policy;
	const date = invoiceDateOf(order, policy, today);
	if (cutOff === null || date > cutOff.date) return [];
	return [
		reason(
			'periodClosed',
			`The invoice date would be ${date}, the books are closed up to ${cutOff.date}`,
			{ date, cutOff: cutOff.date },
		),
	];
};

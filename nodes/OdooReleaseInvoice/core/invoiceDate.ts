import { addDays, endOfMonth } from '../../shared/core/time';
import { draftsOf } from './drafts';
import type { InvoicingOrder } from './facts';
import type { InvoiceDateRule, InvoicePolicy } from './policy';
import { linesToInvoice } from './quantities';
import { reason } from './reason';
import { shippedTransfers } from './rules/proof';
import type { Rule } from './rules/rule';

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

/** A draft keeps the date it has. */
const datesOf = (order: InvoicingOrder, policy: InvoicePolicy, today: string): string[] => {
	const drafts = draftsOf(order).map(({ date }) => date ?? invoiceDateOf(order, policy, today));
	return linesToInvoice(order).length > 0 || drafts.length === 0
		? [...drafts, invoiceDateOf(order, policy, today)]
		: drafts;
};

export const cutOffRule: Rule = (order, policy, today) => {
	const { cutOff } = policy;
	if (cutOff === null) return [];
	return [...new Set(datesOf(order, policy, today))]
		.filter((date) => date <= cutOff.date)
		.map((date) =>
			reason(
				'periodClosed',
				`The invoice date would be ${date}, the books are closed up to ${cutOff.date}`,
				{ date, cutOff: cutOff.date },
			),
		);
};

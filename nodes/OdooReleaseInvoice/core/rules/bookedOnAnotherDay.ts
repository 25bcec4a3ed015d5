import { dayText } from '../../../shared/core/wording';
import type { InvoicingOrder } from '../facts';
import { finding, reasonOf } from '../reason';
import type { Rule } from './rule';

interface Booked {
	readonly invoiceId: number;
	readonly label: string;
	/** `YYYY-MM-DD`, like `booked`. */
	readonly dated: string;
	readonly booked: string;
}

const elsewhere = finding({
	code: 'bookedOnAnotherDay',
	case: 'INVOICE_DATE',
	sentence: ({ label, dated, booked }: Booked) =>
		`${label} is dated ${dayText(dated)}, and Odoo booked it on ${dayText(booked)}`,
	figures: ({ invoiceId, dated, booked }) => ({ invoice: invoiceId, dated, booked }),
});

/** Odoo refuses no date: what the books are closed to it books on another day without a word. */
export const bookedOnAnotherDay: Rule<
	readonly [order: InvoicingOrder, posted: ReadonlySet<number>],
	'bookedOnAnotherDay'
> = {
	findings: [elsewhere],
	options: {},
	check: ({ invoices }, posted) =>
		invoices.flatMap(({ id, number, state, date, bookedOn }) =>
			state === 'posted' &&
			posted.has(id) &&
			date !== null &&
			bookedOn !== null &&
			date !== bookedOn
				? [
						reasonOf(elsewhere, {
							invoiceId: id,
							label: number ?? `Invoice ${id}`,
							dated: date,
							booked: bookedOn,
						}),
					]
				: [],
		),
};

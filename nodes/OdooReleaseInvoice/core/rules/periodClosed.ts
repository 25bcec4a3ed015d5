import { unique } from '../../../shared/core/collections';
import { dayText } from '../../../shared/core/wording';
import { closedUntil } from '../closedBooks';
import { draftsOf } from '../drafts';
import { invoiceDateOf } from '../invoiceDate';
import { linesToInvoice } from '../nextInvoice';
import { finding, reasonOf } from '../reason';
import { choiceOption, option } from './option';
import { gateRule, type GateRule } from './rule';

interface ClosedDate {
	/** `YYYY-MM-DD`, like `cutOff`. */
	readonly date: string;
	readonly cutOff: string;
}

const closed = finding({
	code: 'periodClosed',
	case: 'INVOICE_DATE',
	sentence: ({ date, cutOff }: ClosedDate) =>
		`The invoice date would be ${dayText(date)}, the books are closed up to ${dayText(cutOff)}`,
	figures: ({ date, cutOff }) => ({ date, cutOff }),
});

/** A draft keeps the date it has. */
const datesOf = (...[order, policy, today]: Parameters<GateRule['check']>): string[] => {
	const drafts = draftsOf(order).map(({ date }) => date ?? invoiceDateOf(order, policy, today));
	return linesToInvoice(order).length > 0 || drafts.length === 0
		? [...drafts, invoiceDateOf(order, policy, today)]
		: drafts;
};

export const periodClosed = gateRule({
	findings: [closed],
	options: {
		afterCutOff: choiceOption({
			displayName: 'Closed Books: Invoice Date',
			name: 'afterCutOff',
			type: 'options',
			options: [
				{ name: 'First Open Day', value: 'nextDay' },
				{ name: 'Hold the Order', value: 'hold' },
			],
			default: 'hold',
			description:
				"What happens to an invoice whose date falls into the closed books, by the option below or by Odoo's lock dates",
		}),
		cutOffDate: option({
			displayName: 'Closed Books: Last Day',
			name: 'cutOffDate',
			type: 'dateTime',
			default: '',
			description: 'Last day of the closed books: no invoice is dated on or before it',
		}),
	},
	check: (...gate) => {
		const cutOff = closedUntil(gate[0], gate[1]);
		if (cutOff === null) return [];
		return unique(datesOf(...gate))
			.filter((date) => date <= cutOff)
			.map((date) => reasonOf(closed, { date, cutOff }));
	},
});

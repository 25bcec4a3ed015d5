import { isPositive, ZERO } from '../../../shared/core/exact';
import { counted } from '../../../shared/core/wording';
import type { InvoicingOrder, OrderLineFacts } from '../facts';
import { shippedTransfers } from '../proof';
import { quantityText, shown } from '../quantities';
import { finding, reasonOf } from '../reason';
import { ageInDays } from '../reconciliation';
import { option } from './option';
import { lineRule } from './rule';

interface Overdue {
	readonly line: OrderLineFacts;
	readonly quantity: number;
	readonly days: number;
	/** ISO 8601. */
	readonly shippedAt: string;
}

const late = finding({
	code: 'shippedNotInvoiced',
	case: 'INVOICE_LATE',
	sentence: (overdue: Overdue) =>
		`${overdue.line.label}: ${quantityText(overdue.quantity)} shipped ${counted(overdue.days, 'day')} ago and not invoiced`,
	figures: ({ line, ...figures }) => ({ line: line.id, ...figures }),
});

/** The oldest shipment that no posted invoice can have covered, by their dates. */
const oldestUninvoicedShipment = (order: InvoicingOrder): string | null => {
	const lastInvoiced = order.invoices.reduce(
		(last, { state, date }) => (state === 'posted' && (date ?? '') > last ? (date ?? '') : last),
		'',
	);
	const shipped = shippedTransfers(order)
		.filter(({ doneAt }) => doneAt !== null)
		.sort((a, b) => ((a.doneAt ?? '') < (b.doneAt ?? '') ? -1 : 1));
	return (
		(shipped.find(({ doneOn }) => (doneOn ?? '') > lastInvoiced) ?? shipped.at(-1))?.doneAt ?? null
	);
};

export const shippedNotInvoiced = lineRule({
	findings: [late],
	options: {
		slaDays: option({
			displayName: 'Invoice Within (Days)',
			name: 'slaDays',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 36_500 },
			default: 2,
			description:
				'Shipments not invoiced, and draft invoices not posted, after this number of days are reported',
		}),
	},
	check: (order, line, { slaDays, now }) => {
		const uninvoiced =
			order.ledger.lines.find(({ id }) => id === line.id)?.deliveredNotInvoiced ?? ZERO;
		const shippedAt = oldestUninvoicedShipment(order);
		if (!isPositive(uninvoiced) || shippedAt === null) return [];
		const days = ageInDays(shippedAt, now);
		return days <= slaDays
			? []
			: [reasonOf(late, { line, quantity: shown(uninvoiced), days, shippedAt })];
	},
});

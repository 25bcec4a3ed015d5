import { exact, isZero } from '../../../shared/core/exact';
import { draftsOf } from '../drafts';
import type { InvoicingOrder, OrderLineFacts } from '../facts';
import { linesToInvoice } from '../nextInvoice';
import { isDownPayment } from '../quantities';
import { finding, reasonOf } from '../reason';
import { option } from './option';
import { gateRule } from './rule';

const untaxed = finding({
	code: 'taxMissing',
	case: 'INVOICE_TAX',
	sentence: ({ label }: OrderLineFacts) => `${label} has no tax`,
	figures: ({ id }) => ({ line: id }),
});

/** Lines of the next posting: on a new invoice or on a draft. */
const linesInQuestion = (order: InvoicingOrder): OrderLineFacts[] => {
	const drafted = draftsOf(order).flatMap(({ lines }) =>
		lines.map(({ orderLineId }) => orderLineId),
	);
	const inQuestion = new Set([...drafted, ...linesToInvoice(order).map(({ id }) => id)]);
	return order.lines.filter((line) => !isDownPayment(line) && inQuestion.has(line.id));
};

const untaxedOnDraft = (order: InvoicingOrder): ReadonlySet<number> =>
	new Set(
		draftsOf(order).flatMap(({ lines }) =>
			lines.flatMap(({ taxes, orderLineId }) => (taxes.length > 0 ? [] : [orderLineId])),
		),
	);

/** A line that is given away needs no tax. */
export const taxMissing = gateRule({
	findings: [untaxed],
	options: {
		requireTax: option({
			displayName: 'Require Tax',
			name: 'requireTax',
			type: 'boolean',
			default: false,
			description: 'Whether to hold an order that has a line without tax',
		}),
	},
	check: (order, { requiresTax }) => {
		if (!requiresTax) return [];
		const onDraft = untaxedOnDraft(order);
		return linesInQuestion(order)
			.filter(
				({ id, taxes, subtotal }) =>
					(taxes.length === 0 || onDraft.has(id)) && !isZero(exact(subtotal)),
			)
			.map((line) => reasonOf(untaxed, line));
	},
});

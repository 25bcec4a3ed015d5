import { isPositive, subtract } from '../../../shared/core/exact';
import type { OrderLineFacts } from '../facts';
import { linesToInvoice } from '../nextInvoice';
import { goodsLines, quantity, quantityText } from '../quantities';
import { finding, reasonOf } from '../reason';
import { isQuantityWithin } from '../tolerance';
import { toleranceOption } from './option';
import { gateRule } from './rule';

const surplus = finding({
	code: 'overDelivered',
	case: 'INVOICE_QUANTITY',
	sentence: ({ label, delivered, ordered }: OrderLineFacts) =>
		`${label}: ${quantityText(delivered)} delivered, ${quantityText(ordered)} ordered`,
	figures: ({ id, ordered, delivered }) => ({ line: id, ordered, delivered }),
});

/** More was delivered than ordered, on a line that is about to be invoiced by what was delivered. */
export const overDelivered = gateRule({
	findings: [surplus],
	options: {
		quantityToleranceAmount: toleranceOption({
			displayName: 'Quantity Tolerance (Amount)',
			name: 'quantityToleranceAmount',
			description:
				"Largest allowed value of a difference in quantity, in the order's currency. Applies once added; without any tolerance no difference is allowed.",
		}),
		quantityTolerancePercent: toleranceOption({
			displayName: 'Quantity Tolerance (%)',
			name: 'quantityTolerancePercent',
			description:
				'Largest allowed difference in quantity, in percent of what was ordered. Applies once added.',
		}),
		quantityToleranceUnits: toleranceOption({
			displayName: 'Quantity Tolerance (Units)',
			name: 'quantityToleranceUnits',
			description:
				"Largest allowed difference in quantity, in the line's unit. Applies once added.",
		}),
	},
	check: (order, { quantityTolerance }) => {
		const due = new Set(linesToInvoice(order).map(({ id }) => id));
		return goodsLines(order)
			.filter(({ id, invoicedBy }) => due.has(id) && invoicedBy === 'delivered')
			.filter((line) => {
				const more = subtract(quantity(line.delivered), quantity(line.ordered));
				return isPositive(more) && !isQuantityWithin(quantityTolerance, more, line);
			})
			.map((line) => reasonOf(surplus, line));
	},
});

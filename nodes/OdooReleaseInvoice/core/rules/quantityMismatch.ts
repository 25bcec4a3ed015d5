import { isPositive, largest, subtract } from '../../../shared/core/exact';
import type { OrderLineFacts } from '../facts';
import { inDirection } from '../nextInvoice';
import { quantityText, shown } from '../quantities';
import { finding, reasonOf } from '../reason';
import { lineRule } from './rule';

const MISMATCH = { code: 'quantityMismatch', case: 'INVOICE_QUANTITY' } as const;

const overDelivered = finding({
	...MISMATCH,
	sentence: ({ label, delivered, ordered }: OrderLineFacts) =>
		`${label}: ${quantityText(delivered)} delivered, ${quantityText(ordered)} ordered`,
	figures: ({ id, ordered, delivered }) => ({ line: id, ordered, delivered }),
});

interface OverInvoiced {
	readonly line: OrderLineFacts;
	/** Drafts included. */
	readonly invoiced: number;
}

const overInvoiced = finding({
	...MISMATCH,
	sentence: ({ line: { label, ordered, delivered }, invoiced }: OverInvoiced) =>
		`${label}: ${quantityText(invoiced)} invoiced, ${quantityText(ordered)} ordered, ${quantityText(delivered)} delivered`,
	figures: ({ line, invoiced }) => ({ line: line.id, billed: invoiced }),
});

export const quantityMismatch = lineRule({
	findings: [overDelivered, overInvoiced],
	options: {},
	check: (order, line) => {
		const known = order.ledger.lines.find(({ id }) => id === line.id);
		if (!known) return [];
		const { ordered, delivered, invoiced } = known;
		return [
			...(isPositive(subtract(delivered, ordered)) ? [reasonOf(overDelivered, line)] : []),
			...(isPositive(subtract(invoiced, largest(ordered, delivered)))
				? [reasonOf(overInvoiced, { line, invoiced: shown(inDirection(order, line, invoiced)) })]
				: []),
		];
	},
});

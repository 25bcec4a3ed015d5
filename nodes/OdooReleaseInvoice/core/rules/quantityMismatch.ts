import { add, isPositive, largest, subtract } from '../../../shared/core/exact';
import type { OrderLineFacts } from '../facts';
import { quantity, quantityText, shown } from '../quantities';
import { finding, reasonOf } from '../reason';
import { onInvoices } from '../reconciliation';
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
	check: ({ invoices }, line) => {
		const delivered = quantity(line.delivered);
		const ordered = quantity(line.ordered);
		const invoiced = add(
			onInvoices(invoices, 'posted', line.id),
			onInvoices(invoices, 'draft', line.id),
		);
		return [
			...(isPositive(subtract(delivered, ordered)) ? [reasonOf(overDelivered, line)] : []),
			...(isPositive(subtract(invoiced, largest(ordered, delivered)))
				? [reasonOf(overInvoiced, { line, invoiced: shown(invoiced) })]
				: []),
		];
	},
});

import { compare } from '../../../shared/core/exact';
import type { InvoicingOrder, OrderLineFacts } from '../facts';
import type { InvoiceFacts } from '../invoiceFacts';
import { createsNext, directed, linesToInvoice } from '../nextInvoice';
import { finding, reasonOf } from '../reason';
import { gateRule } from './rule';

interface RefundedLine {
	readonly line: OrderLineFacts;
	readonly refund: InvoiceFacts;
}

const refunded = finding({
	code: 'refundedBefore',
	case: 'INVOICE_CREDIT_NOTE',
	sentence: ({ line, refund }: RefundedLine) =>
		`${line.label}: refunded with ${refund.number ?? `credit note ${refund.id}`} although nothing came back for it; it would be invoiced again`,
	figures: ({ line, refund }) => ({ line: line.id, invoice: refund.id }),
});

/** Odoo would invoice more of the line than is owed. */
const isTooMuch = (order: InvoicingOrder, line: OrderLineFacts): boolean => {
	const owed = order.ledger.lines.find(({ id }) => id === line.id);
	return owed !== undefined && compare(directed(order, line), owed.toInvoice) > 0;
};

/**
 * Odoo takes what was credited as not invoiced, so that it would be invoiced a second time. Whether it should be, a
 * person decides by making the draft: it is posted like any other.
 */
export const refundedBefore = gateRule({
	findings: [refunded],
	options: {},
	check: (order) => {
		if (!createsNext(order)) return [];
		const refunds = order.invoices.filter(({ kind }) => kind === 'creditNote');
		return linesToInvoice(order)
			.filter((line) => isTooMuch(order, line))
			.flatMap((line) => {
				const refund = refunds.find(({ lines }) =>
					lines.some(({ orderLineId }) => orderLineId === line.id),
				);
				return refund ? [reasonOf(refunded, { line, refund })] : [];
			});
	},
});

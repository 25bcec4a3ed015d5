import type { OrderLineFacts } from '../facts';
import type { InvoiceFacts } from '../invoiceFacts';
import { linesToInvoice } from '../quantities';
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
		`${line.label}: refunded with ${refund.number ?? `credit note ${refund.id}`} although nothing came back; it would be invoiced again`,
	figures: ({ line, refund }) => ({ line: line.id, invoice: refund.id }),
});

/**
 * Odoo takes refunded goods as not invoiced, so that they would be invoiced a second time. Whether they should be, a
 * person decides by making the draft: it is posted like any other.
 */
export const refundedBefore = gateRule({
	findings: [refunded],
	options: {},
	check: (order) => {
		if (order.transfers.some(({ direction, state }) => direction === 'return' && state === 'done'))
			return [];
		const refunds = order.invoices.filter(
			({ kind, state }) => kind === 'creditNote' && state === 'posted',
		);
		return linesToInvoice(order).flatMap((line) => {
			const refund = refunds.find(({ lines }) =>
				lines.some(({ orderLineId }) => orderLineId === line.id),
			);
			return refund ? [reasonOf(refunded, { line, refund })] : [];
		});
	},
});

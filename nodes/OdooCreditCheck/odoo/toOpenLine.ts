import type { DownPayment, OpenLine } from '../core/account';
import type { OpenLineRow } from './openLineRow';

export const isQuotation = ({ state }: OpenLineRow): boolean =>
	state === 'draft' || state === 'sent';

const DONE: readonly string[] = ['done', 'cancel'];

/** @param plannedUntil `YYYY-MM-DD`; null counts everything */
export const toOpenLine = (row: OpenLineRow, plannedUntil: string | null): OpenLine => {
	const beyond = plannedUntil !== null && row.order_id.commitment_date.slice(0, 10) > plannedUntil;
	return {
		orderId: row.order_id.id,
		confirmed: !isQuotation(row),
		currency: row.currency_id.display_name,
		total: row.price_total,
		unitPrice: row.price_unit,
		discount: row.discount,
		ordered: row.product_uom_qty,
		delivered: row.qty_delivered,
		invoiced: row.qty_invoiced,
		toInvoice: row.qty_to_invoice,
		fromStock: row.qty_delivered_method === 'stock_move',
		hasOpenMove: row.move_ids.some(({ state }) => !DONE.includes(state)),
		beyondHorizon: beyond,
	};
};

/** Deducted again by a negative line of a later invoice, so that the sum is what is left to deduct. */
export const toDownPayments = (row: OpenLineRow): DownPayment[] =>
	row.invoice_lines
		.filter(({ parent_state: state }) => state !== 'cancel')
		.map((line) => ({
			orderId: row.order_id.id,
			currency: row.currency_id.display_name,
			amount: line.move_id.move_type === 'out_refund' ? -line.price_total : line.price_total,
		}));

import type { OrderLineFacts } from '../core/facts';
import type { InvoiceFacts, InvoiceLineFacts } from '../core/invoiceFacts';
import { toIso } from '../../shared/core/time';
import type { accountMove, accountMoveLine } from '../../shared/odoo/records/accountMove';
import type { RecordOf } from '../../shared/odoo/records/record';

export const INVOICE_FIELDS = [
	'id',
	'name',
	'state',
	'move_type',
	'company_id',
	'partner_id',
	'partner_shipping_id',
	'invoice_payment_term_id',
	'fiscal_position_id',
	'currency_id',
	'amount_total',
	'amount_residual',
	'invoice_date',
	'create_date',
	'is_move_sent',
	'is_being_sent',
	'ref',
	'narration',
	'invoice_line_ids',
] as const;

export const INVOICE_LINE_FIELDS = [
	'id',
	'move_id',
	'product_id',
	'product_uom_id',
	'quantity',
	'price_unit',
	'discount',
	'tax_ids',
	'sale_line_ids',
] as const;

export type InvoiceRecord = RecordOf<typeof accountMove, (typeof INVOICE_FIELDS)[number]>;
export type InvoiceLineRecord = RecordOf<
	typeof accountMoveLine,
	(typeof INVOICE_LINE_FIELDS)[number]
>;

/** What posting and sending change on an invoice. */
type InvoiceHeader = Omit<InvoiceFacts, 'orderIds' | 'lines' | 'extraLines'>;

/** Odoo keeps the amounts and quantities of a credit note positive. */
const signOf = ({ move_type: type }: InvoiceRecord): number => (type === 'out_refund' ? -1 : 1);

export const toHeader = (record: InvoiceRecord): InvoiceHeader => ({
	id: record.id,
	number: record.state === 'posted' ? record.name : null,
	kind: record.move_type === 'out_refund' ? 'creditNote' : 'invoice',
	state: record.state === 'posted' ? 'posted' : 'draft',
	total: signOf(record) * record.amount_total,
	due: signOf(record) * record.amount_residual,
	currency: record.currency_id?.name ?? '',
	companyId: record.company_id?.id ?? 0,
	customer: record.partner_id,
	deliveryAddress: record.partner_shipping_id,
	paymentTerm: record.invoice_payment_term_id,
	fiscalPosition: record.fiscal_position_id,
	date: record.invoice_date,
	createdAt: toIso(record.create_date),
	sending: record.is_move_sent ? 'sent' : record.is_being_sent ? 'queued' : 'unsent',
	reference: record.ref,
	narration: record.narration,
});

/** @param kinds of the order lines with a product: titles and remarks have none */
export const toInvoiceLines = (
	record: InvoiceRecord,
	lines: readonly InvoiceLineRecord[],
	kinds: ReadonlyMap<number, OrderLineFacts['kind']>,
): InvoiceLineFacts[] =>
	lines.flatMap((line) =>
		line.sale_line_ids
			.filter((orderLineId) => kinds.has(orderLineId))
			.map((orderLineId) => ({
				orderLineId,
				isDownPayment: kinds.get(orderLineId) === 'downPayment',
				quantity: signOf(record) * line.quantity,
				unitPrice: line.price_unit,
				discount: line.discount,
				product: line.product_id,
				unit: line.product_uom_id,
				taxIds: line.tax_ids,
			})),
	);

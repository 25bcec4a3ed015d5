import type { InvoiceFacts } from '../core/invoiceFacts';
import { toIso } from '../../shared/core/time';
import type { accountMove } from '../../shared/odoo/records/accountMove';
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
	'date',
	'create_date',
	'is_move_sent',
	'is_being_sent',
	'ref',
	'narration',
	'invoice_line_ids',
] as const;

export type InvoiceRecord = RecordOf<typeof accountMove, (typeof INVOICE_FIELDS)[number]>;

/** What posting and sending change on an invoice. */
type InvoiceHeader = Omit<InvoiceFacts, 'orderIds' | 'lines' | 'extraLines'>;

/** Odoo keeps its amounts and quantities positive. */
export const isCredit = ({ move_type: type }: InvoiceRecord): boolean => type === 'out_refund';

const signOf = (record: InvoiceRecord): number => (isCredit(record) ? -1 : 1);

export const toHeader = (record: InvoiceRecord): InvoiceHeader => ({
	id: record.id,
	number: record.state === 'posted' ? record.name : null,
	kind: isCredit(record) ? 'creditNote' : 'invoice',
	state: record.state === 'posted' ? 'posted' : 'draft',
	total: signOf(record) * record.amount_total,
	due: signOf(record) * record.amount_residual,
	currency: record.currency_id?.name ?? '',
	company: record.company_id,
	customer: record.partner_id,
	deliveryAddress: record.partner_shipping_id,
	paymentTerm: record.invoice_payment_term_id,
	fiscalPosition: record.fiscal_position_id,
	date: record.invoice_date,
	bookedOn: record.date,
	createdAt: toIso(record.create_date),
	sending: record.is_move_sent ? 'sent' : record.is_being_sent ? 'queued' : 'unsent',
	reference: record.ref,
	narration: record.narration,
});

import { toIso } from '../core/time';
import { orderSchema, type Order, type OrderLine } from './order';
import type { LineRecord, OrderHeader } from './orderFields';
import type { Reference } from './records/fields';
import { answerIn } from './unexpectedAnswer';

interface OrderParts {
	readonly header: OrderHeader;
	readonly lines: readonly LineRecord[];
	/** The debtor, by invoice address. */
	readonly accountOf: ReadonlyMap<number, Reference | null>;
	/** Article numbers, by product. */
	readonly skuOf: ReadonlyMap<number, string | null>;
}

export const toOrder = ({ header, lines, accountOf, skuOf }: OrderParts): Order => {
	const customer = header.partner_id ?? NOBODY;
	const invoiceTo = header.partner_invoice_id ?? customer;
	return {
		id: header.id,
		reference: header.name,
		state: toState(header.state),
		locked: header.locked || header.state === 'done',
		customer,
		account: accountOf.get(invoiceTo.id) ?? invoiceTo,
		invoiceTo,
		shipTo: header.partner_shipping_id ?? customer,
		company: header.company_id ?? NOBODY,
		currency: header.currency_id?.name ?? '',
		totals: { untaxed: header.amount_untaxed, tax: header.amount_tax, total: header.amount_total },
		orderedAt: toIso(header.date_order),
		requestedAt: toIso(header.commitment_date),
		updatedAt: toIso(header.write_date),
		salesperson: header.user_id,
		team: header.team_id,
		warehouse: header.warehouse_id,
		paymentTerm: header.payment_term_id,
		customerReference: header.client_order_ref,
		tagIds: header.tag_ids,
		invoiceStatus: header.invoice_status,
		deliveryStatus: header.delivery_status,
		lines: lines.map((line) => toLine(line, skuOf)),
	};
};

const NOBODY: Reference = { id: 0, name: '' };

const toLine = (line: LineRecord, skuOf: ReadonlyMap<number, string | null>): OrderLine => ({
	id: line.id,
	product: line.product_id
		? { ...line.product_id, sku: skuOf.get(line.product_id.id) ?? null }
		: null,
	description: line.name,
	quantity: line.product_uom_qty,
	unit: line.product_uom_id,
	delivered: line.qty_delivered,
	invoiced: line.qty_invoiced,
	toInvoice: line.qty_to_invoice,
	unitPrice: line.price_unit,
	discount: line.discount,
	subtotal: line.price_subtotal,
	total: line.price_total,
	isDownPayment: line.is_downpayment,
});

/** Up to Odoo 16 a locked order had the state `done`. */
const toState = (state: string): Order['state'] =>
	state === 'done' ? 'sale' : answerIn('sale.order.read', orderSchema.shape.state, state);

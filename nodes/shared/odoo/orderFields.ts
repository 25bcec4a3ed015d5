import type { RecordOf } from './records/record';
import type { saleOrder } from './records/saleOrder';
import type { saleOrderLine } from './records/saleOrderLine';

/** What of `sale.order` an order is made of. */
export const ORDER_FIELDS = [
	'id',
	'name',
	'state',
	'locked',
	'partner_id',
	'partner_invoice_id',
	'partner_shipping_id',
	'company_id',
	'currency_id',
	'amount_untaxed',
	'amount_tax',
	'amount_total',
	'date_order',
	'commitment_date',
	'write_date',
	'user_id',
	'team_id',
	'warehouse_id',
	'payment_term_id',
	'client_order_ref',
	'tag_ids',
	'invoice_status',
	'delivery_status',
] as const;

export const LINE_FIELDS = [
	'id',
	'order_id',
	'product_id',
	'name',
	'product_uom_qty',
	'product_uom_id',
	'qty_delivered',
	'qty_invoiced',
	'qty_to_invoice',
	'price_unit',
	'discount',
	'price_subtotal',
	'price_total',
	'is_downpayment',
] as const;

export type OrderHeader = RecordOf<typeof saleOrder, (typeof ORDER_FIELDS)[number]>;
export type LineRecord = RecordOf<typeof saleOrderLine, (typeof LINE_FIELDS)[number]>;

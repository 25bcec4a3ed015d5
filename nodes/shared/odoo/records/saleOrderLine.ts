import { flag, id, ids, many2one, number, optionalText, text } from './fields';
import { defineRecord } from './record';

export const saleOrderLine = defineRecord('sale.order.line', {
	id,
	name: text,
	sequence: number,
	order_id: many2one,
	company_id: many2one,
	currency_id: many2one,
	state: text,
	/** `line_section`, `line_note`, or null for a line with a product. */
	display_type: optionalText,
	is_downpayment: flag,
	product_id: many2one,
	product_uom_id: many2one,
	product_uom_qty: number,
	qty_delivered: number,
	qty_delivered_method: optionalText,
	qty_invoiced: number,
	qty_to_invoice: number,
	/** `no`, `to invoice`, `invoiced`, `upselling`. */
	invoice_status: text,
	price_unit: number,
	/** Percent. */
	discount: number,
	price_subtotal: number,
	price_total: number,
	tax_ids: ids,
	invoice_lines: ids,
	move_ids: ids,
});

import { dateTime, flag, id, ids, many2one, number, optionalText, text } from './fields';
import { defineRecord } from './record';

export const saleOrder = defineRecord('sale.order', {
	id,
	name: text,
	/** `draft`, `sent`, `sale`, `cancel`; up to Odoo 16 also `done` for a locked order. */
	state: text,
	locked: flag,
	partner_id: many2one,
	partner_invoice_id: many2one,
	partner_shipping_id: many2one,
	company_id: many2one,
	currency_id: many2one,
	/** Units of the order's currency for one unit of the company's, on the order's date. */
	currency_rate: number,
	pricelist_id: many2one,
	payment_term_id: many2one,
	fiscal_position_id: many2one,
	user_id: many2one,
	team_id: many2one,
	warehouse_id: many2one,
	picking_policy: text,
	amount_untaxed: number,
	amount_tax: number,
	amount_total: number,
	date_order: dateTime,
	commitment_date: dateTime,
	create_date: dateTime,
	write_date: dateTime,
	create_uid: many2one,
	/** Who changed the order last. */
	write_uid: many2one,
	client_order_ref: optionalText,
	origin: optionalText,
	note: optionalText,
	tag_ids: ids,
	/** `no`, `to invoice`, `invoiced`, `upselling`. */
	invoice_status: text,
	/** `pending`, `started`, `partial`, `full`; empty before Odoo 16. */
	delivery_status: optionalText,
	order_line: ids,
	invoice_ids: ids,
});

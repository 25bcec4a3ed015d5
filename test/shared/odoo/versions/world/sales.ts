import type { Row } from './matches';
import { also, at, written, type Records } from './values';

const order = (id: number, more: Row): Row => ({
	...written,
	name: `S0000${id}`,
	state: 'sale',
	partner_id: 11,
	partner_invoice_id: 11,
	partner_shipping_id: 11,
	company_id: 1,
	currency_id: 1,
	currency_rate: 1,
	user_id: 2,
	warehouse_id: 1,
	picking_policy: 'direct',
	amount_untaxed: 500,
	amount_total: 500,
	date_order: at(-2),
	commitment_date: at(2),
	invoice_status: 'to invoice',
	order_line: [id],
	picking_ids: [id],
	pricelist_id: 1,
	note: 'Please ring twice.',
	...more,
});

const line = (id: number, more: Row = {}): Row => ({
	...written,
	name: 'A chair',
	order_id: id,
	order_partner_id: 11,
	company_id: 1,
	currency_id: 1,
	state: 'sale',
	product_id: 1,
	...also(1, 'product_uom_id', 'product_uom'),
	product_uom_qty: 5,
	qty_delivered: 5,
	qty_delivered_method: 'stock_move',
	qty_to_invoice: 5,
	invoice_status: 'to invoice',
	price_unit: 100,
	price_subtotal: 500,
	price_total: 500,
	pricelist_item_id: 1,
	move_ids: [id],
	...also([1], 'tax_ids', 'tax_id'),
	...more,
});

/** The order that the user may read and not change. */
export const READ_ONLY = 6;

/** Two orders to be invoiced, one with a hold and short, a quotation, one invoiced, one cancelled. */
export const sales: Records = {
	'sale.order': {
		1: order(1, { tag_ids: [2] }),
		2: order(2, { tag_ids: [1], payment_term_id: 1 }),
		3: order(3, { state: 'sent', picking_ids: [], invoice_status: 'no' }),
		4: order(4, { invoice_ids: [4] }),
		5: order(5, { state: 'cancel', order_line: [] }),
		[READ_ONLY]: order(6, {}),
	},
	'sale.order.line': {
		1: line(1),
		2: line(2, { qty_delivered: 0, qty_to_invoice: 0, product_uom_qty: 9 }),
		6: line(6),
		3: line(3, { state: 'sent', move_ids: [], qty_to_invoice: 0 }),
		4: line(4, { invoice_lines: [4], qty_to_invoice: 0, qty_invoiced: 5 }),
	},
};

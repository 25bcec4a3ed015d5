import { date, dateTime, flag, id, ids, many2one, number, optionalText, text } from './fields';
import { defineRecord } from './record';

export const accountMove = defineRecord('account.move', {
	id,
	/** `/` or empty while a draft has no number. */
	name: optionalText,
	/** `draft`, `posted`, `cancel`. */
	state: text,
	/** `out_invoice`, `out_refund`, `entry`, … */
	move_type: text,
	/** `not_paid`, `in_payment`, `paid`, `partial`, `reversed`, `blocked`. */
	payment_state: optionalText,
	partner_id: many2one,
	commercial_partner_id: many2one,
	partner_shipping_id: many2one,
	company_id: many2one,
	currency_id: many2one,
	journal_id: many2one,
	invoice_payment_term_id: many2one,
	fiscal_position_id: many2one,
	invoice_date: date,
	/** In the books. */
	date,
	invoice_date_due: date,
	ref: optionalText,
	amount_untaxed: number,
	amount_tax: number,
	amount_total: number,
	amount_residual: number,
	line_ids: ids,
	invoice_line_ids: ids,
	is_move_sent: flag,
	/** Waits for Odoo's sending job. */
	is_being_sent: flag,
	/** HTML. */
	narration: optionalText,
	create_date: dateTime,
	write_date: dateTime,
});

export const accountMoveLine = defineRecord('account.move.line', {
	id,
	move_id: many2one,
	partner_id: many2one,
	company_id: many2one,
	currency_id: many2one,
	account_type: optionalText,
	parent_state: text,
	date: date,
	date_maturity: date,
	/** In the company's currency, signed. */
	amount_residual: number,
	balance: number,
	reconciled: flag,
	product_id: many2one,
	product_uom_id: many2one,
	quantity: number,
	price_unit: number,
	/** Percent. */
	discount: number,
	price_total: number,
	tax_ids: ids,
	/** `product`, `line_section`, `line_note`, …; up to Odoo 15 empty for a product. */
	display_type: optionalText,
	sale_line_ids: ids,
});

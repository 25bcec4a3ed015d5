import type { Row } from './matches';
import { also, on, written, type Records } from './values';

const invoice = (id: number, more: Row = {}): Row => ({
	...written,
	name: `INV/${id}`,
	state: 'posted',
	move_type: 'out_invoice',
	payment_state: 'not_paid',
	partner_id: 11,
	commercial_partner_id: 10,
	company_id: 1,
	currency_id: 1,
	journal_id: 1,
	invoice_date: on(-40),
	invoice_date_due: on(-10),
	invoice_origin: 'S00001',
	amount_untaxed: 500,
	amount_total: 500,
	amount_residual: 500,
	amount_total_signed: 500,
	amount_residual_signed: 500,
	line_ids: [id],
	invoice_line_ids: [id],
	...more,
});

/** An open invoice that is overdue, a paid one and what paid it, and a draft with another tax than its order. */
export const accounting: Records = {
	'account.move': {
		4: invoice(4, { invoice_origin: 'S00004' }),
		6: invoice(6, { payment_state: 'paid', amount_residual: 0 }),
		8: invoice(8, { state: 'draft', name: '/', invoice_origin: 'S00002' }),
	},
	'account.move.line': Object.fromEntries(
		[4, 6, 8].map((id) => [
			id,
			{
				...written,
				move_id: id,
				move_name: `INV/${id}`,
				partner_id: 11,
				company_id: 1,
				currency_id: 1,
				...also('asset_receivable', 'account_type'),
				...also('receivable', 'account_internal_type'),
				parent_state: id === 8 ? 'draft' : 'posted',
				date: on(-40),
				date_maturity: on(-10),
				amount_residual: 500,
				amount_residual_currency: 500,
				balance: 500,
				product_id: 1,
				quantity: 5,
				price_unit: 100,
				price_total: 500,
				display_type: 'product',
				tax_ids: [id === 8 ? 2 : 1],
				sale_line_ids: [id === 8 ? 2 : id],
			},
		]),
	),
	'account.tax': {
		1: { ...written, name: '20%', amount_type: 'percent', amount: 20 },
		2: { ...written, name: '0%', amount_type: 'percent' },
	},
	'account.partial.reconcile': {
		1: {
			...written,
			amount: 100,
			max_date: on(-5),
			debit_move_id: 6,
			credit_move_id: 6,
			company_id: 1,
		},
	},
};

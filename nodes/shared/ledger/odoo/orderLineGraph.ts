import { z } from 'zod';

import { orNull, text } from '../../odoo/graphFields';

/** What of `sale.order.line` the ledger is computed from: a graph of one call. */
const UNIT = { model: 'uom.uom', fields: { factor: null } } as const;
const LOCATION = { model: 'stock.location', fields: { usage: null, company_id: null } } as const;
const TAX_FIELDS = {
	amount_type: null,
	amount: null,
	price_include: null,
	include_base_amount: null,
} as const;

/** Of the order of a line. */
export const LEDGER_ORDER_FIELDS = { state: null, amount_total: null, date_order: null } as const;

export const LEDGER_LINE_FIELDS = {
	currency_id: { model: 'res.currency', fields: { display_name: null } },
	is_downpayment: null,
	product_id: { model: 'product.product', fields: { invoice_policy: null } },
	product_uom_id: UNIT,
	product_uom_qty: null,
	qty_delivered: null,
	qty_delivered_method: null,
	price_unit: null,
	discount: null,
	price_subtotal: null,
	price_total: null,
	tax_ids: {
		model: 'account.tax',
		fields: { ...TAX_FIELDS, children_tax_ids: { model: 'account.tax', fields: TAX_FIELDS } },
	},
	move_ids: {
		model: 'stock.move',
		fields: {
			state: null,
			product_id: null,
			product_uom: UNIT,
			product_uom_qty: null,
			quantity: null,
			location_id: LOCATION,
			location_dest_id: LOCATION,
			origin_returned_move_id: null,
			to_refund: null,
			move_dest_ids: null,
			date: null,
			write_date: null,
		},
	},
	invoice_lines: {
		model: 'account.move.line',
		fields: {
			quantity: null,
			product_uom_id: UNIT,
			price_subtotal: null,
			price_total: null,
			move_id: {
				model: 'account.move',
				fields: {
					move_type: null,
					state: null,
					create_date: null,
					currency_id: { model: 'res.currency', fields: { display_name: null } },
					amount_total: null,
					amount_residual: null,
				},
			},
		},
	},
} as const;

const unit = orNull(z.object({ factor: z.number() }));
const location = z.object({ usage: text, company_id: orNull(z.number()) });
const currency = z.object({ display_name: z.string() });
const tax = z.object({
	amount_type: z.string(),
	amount: z.number(),
	price_include: z.boolean(),
	include_base_amount: z.boolean(),
});

const stockMove = z.object({
	id: z.number(),
	state: z.string(),
	product_id: orNull(z.number()),
	product_uom: unit,
	product_uom_qty: z.number(),
	quantity: z.number(),
	location_id: location,
	location_dest_id: location,
	origin_returned_move_id: orNull(z.number()),
	to_refund: z.boolean(),
	move_dest_ids: z.array(z.number()),
	date: text,
	write_date: text,
});

const invoiceLine = z.object({
	quantity: z.number(),
	product_uom_id: unit,
	price_subtotal: z.number(),
	price_total: z.number(),
	move_id: z.object({
		id: z.number(),
		move_type: text,
		state: text,
		create_date: text,
		currency_id: currency,
		amount_total: z.number(),
		amount_residual: z.number(),
	}),
});

/** Of the order of a line. */
export const ledgerOrder = z.object({
	id: z.number(),
	state: z.string(),
	amount_total: z.number(),
	date_order: text,
});

export const ledgerLine = z.object({
	id: z.number(),
	currency_id: currency,
	is_downpayment: z.boolean(),
	product_id: orNull(z.object({ id: z.number(), invoice_policy: text })),
	product_uom_id: unit,
	product_uom_qty: z.number(),
	qty_delivered: z.number(),
	qty_delivered_method: text,
	price_unit: z.number(),
	discount: z.number(),
	price_subtotal: z.number(),
	price_total: z.number(),
	tax_ids: z.array(tax.extend({ children_tax_ids: z.array(tax) })),
	move_ids: z.array(stockMove),
	invoice_lines: z.array(invoiceLine),
});

export type LedgerOrderRecord = z.output<typeof ledgerOrder>;
export type LedgerLineRecord = z.output<typeof ledgerLine>;

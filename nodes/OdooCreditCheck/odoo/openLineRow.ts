import { z } from 'zod';

export const OPEN_LINE_GRAPH = {
	order_id: {
		model: 'sale.order',
		fields: {
			partner_invoice_id: { model: 'res.partner', fields: { commercial_partner_id: null } },
			commitment_date: null,
			tag_ids: { model: 'crm.tag', fields: { name: null } },
		},
	},
	company_id: null,
	currency_id: { model: 'res.currency', fields: { display_name: null } },
	state: null,
	is_downpayment: null,
	price_total: null,
	price_unit: null,
	discount: null,
	product_uom_qty: null,
	qty_delivered: null,
	qty_delivered_method: null,
	qty_invoiced: null,
	qty_to_invoice: null,
	move_ids: { model: 'stock.move', fields: { state: null } },
	invoice_lines: {
		model: 'account.move.line',
		fields: {
			price_total: null,
			parent_state: null,
			move_id: { model: 'account.move', fields: { move_type: null } },
		},
	},
} as const;

const text = z.preprocess((value) => (value === false ? '' : value), z.string());

export const openLineRow = z.object({
	id: z.number(),
	order_id: z.object({
		id: z.number(),
		partner_invoice_id: z.object({ id: z.number(), commercial_partner_id: z.number() }),
		commitment_date: text,
		tag_ids: z.array(z.object({ id: z.number(), name: z.string() })),
	}),
	company_id: z.number(),
	currency_id: z.object({ id: z.number(), display_name: z.string() }),
	state: z.string(),
	is_downpayment: z.boolean(),
	price_total: z.number(),
	price_unit: z.number(),
	discount: z.number(),
	product_uom_qty: z.number(),
	qty_delivered: z.number(),
	qty_delivered_method: text,
	qty_invoiced: z.number(),
	qty_to_invoice: z.number(),
	move_ids: z.array(z.object({ id: z.number(), state: z.string() })),
	invoice_lines: z.array(
		z.object({
			id: z.number(),
			price_total: z.number(),
			parent_state: text,
			move_id: z.object({ id: z.number(), move_type: text }),
		}),
	),
});

export type OpenLineRow = z.output<typeof openLineRow>;

import { z } from 'zod';

/** A move that brings something back, or goes on with what came back. */
const COMES_BACK = `(s.origin_returned_move_id IS NOT NULL OR EXISTS (
	SELECT FROM stock_move_move_rel chain JOIN stock_move before ON before.id = chain.move_orig_id
	JOIN stock_location place ON place.id = before.location_id
	WHERE chain.move_dest_id = s.id AND place.usage = 'customer'))`;

const MOVE = `json_build_object(
	'state', CASE s.state WHEN 'done' THEN 'done' WHEN 'cancel' THEN 'cancelled' ELSE 'open' END,
	'quantity', CASE s.state WHEN 'done' THEN s.quantity ELSE s.product_uom_qty END,
	'from', source.usage, 'to', target.usage,
	'isReturn', ${COMES_BACK},
	'refunds', coalesce(s.to_refund, false)
)`;

const MOVES = `SELECT coalesce(json_agg(${MOVE} ORDER BY s.id), '[]')
	FROM stock_move s JOIN stock_location source ON source.id = s.location_id JOIN stock_location target ON target.id = s.location_dest_id
	WHERE s.sale_line_id = l.id`;

const LINES = `SELECT coalesce(json_agg(json_build_object(
		'id', l.id, 'isDownPayment', coalesce(l.is_downpayment, false),
		'isService', coalesce(t.type = 'service', true), 'invoicedBy', coalesce(t.invoice_policy, 'order'),
		'ordered', l.product_uom_qty::float, 'delivered', l.qty_delivered::float,
		'price', l.price_unit::float * (1 - coalesce(l.discount, 0)::float / 100),
		'net', l.price_subtotal::float, 'gross', l.price_total::float,
		'taxes', (SELECT coalesce(json_agg(x.account_tax_id ORDER BY x.account_tax_id), '[]') FROM account_tax_sale_order_line_rel x WHERE x.sale_order_line_id = l.id),
		'moves', (${MOVES})
	) ORDER BY l.id), '[]')
	FROM sale_order_line l LEFT JOIN product_product pp ON pp.id = l.product_id LEFT JOIN product_template t ON t.id = pp.product_tmpl_id
	WHERE l.order_id = o.id AND l.display_type IS NULL`;

/** An unlinked line of an invoice belongs to the order whose lines the invoice carries; of a credit note, to the order of what it reverses. */
const DOCUMENT_LINES = `SELECT coalesce(json_agg(json_build_object(
		'line', (SELECT min(r.order_line_id) FROM sale_order_line_invoice_rel r JOIN sale_order_line w ON w.id = r.order_line_id WHERE r.invoice_line_id = i.id AND w.order_id = o.id),
		'quantity', i.quantity::float, 'price', i.price_unit::float * (1 - coalesce(i.discount, 0)::float / 100),
		'net', i.price_subtotal::float, 'gross', i.price_total::float,
		'taxes', (SELECT coalesce(json_agg(x.account_tax_id ORDER BY x.account_tax_id), '[]') FROM account_move_line_account_tax_rel x WHERE x.account_move_line_id = i.id)
	) ORDER BY i.id), '[]')
	FROM account_move_line i
	WHERE i.move_id = m.id AND i.display_type = 'product'
		AND NOT EXISTS (SELECT 1 FROM sale_order_line_invoice_rel r JOIN sale_order_line w ON w.id = r.order_line_id WHERE r.invoice_line_id = i.id AND w.order_id <> o.id)`;

const LINKED = `SELECT i.move_id FROM account_move_line i JOIN sale_order_line_invoice_rel r ON r.invoice_line_id = i.id JOIN sale_order_line w ON w.id = r.order_line_id WHERE w.order_id = o.id`;

const DOCUMENTS = `SELECT coalesce(json_agg(json_build_object(
		'id', m.id, 'type', CASE m.move_type WHEN 'out_refund' THEN 'creditNote' ELSE 'invoice' END,
		'state', CASE m.state WHEN 'cancel' THEN 'cancelled' ELSE m.state END,
		'address', m.partner_id, 'debtor', m.commercial_partner_id, 'currency', m.currency_id, 'company', m.company_id,
		'terms', m.invoice_payment_term_id, 'position', m.fiscal_position_id,
		'total', m.amount_total::float, 'residual', m.amount_residual::float,
		'lines', (${DOCUMENT_LINES})
	) ORDER BY m.id), '[]')
	FROM account_move m WHERE m.id IN (${LINKED}) OR m.reversed_entry_id IN (${LINKED})`;

const ACCOUNT = `SELECT json_build_object(
		'receivables', coalesce(round(sum(i.amount_residual) FILTER (WHERE i.parent_state = 'posted'), 2), 0)::float,
		'drafts', coalesce(round(sum(i.balance) FILTER (WHERE i.parent_state = 'draft' AND m.move_type = 'out_invoice'), 2), 0)::float
	)
	FROM account_move_line i JOIN account_move m ON m.id = i.move_id JOIN account_account a ON a.id = i.account_id JOIN res_partner d ON d.id = i.partner_id
	WHERE d.commercial_partner_id = p.commercial_partner_id AND a.account_type = 'asset_receivable' AND i.company_id = o.company_id`;

const TRACES = `SELECT coalesce(json_agg(trace ORDER BY trace), '[]') FROM (
		SELECT 'order ' || o.state AS trace
		UNION ALL SELECT 'note ' || n.message_id FROM mail_message n WHERE n.model = 'sale.order' AND n.res_id = o.id AND n.message_id LIKE '%@n8n-o2c%'
		UNION ALL SELECT 'tag ' || g.tag_id FROM sale_order_tag_rel g WHERE g.order_id = o.id
		UNION ALL SELECT 'activity ' || y.id FROM mail_activity y WHERE y.res_model = 'sale.order' AND y.res_id = o.id
	) AS left_there`;

/** Facts of orders from Odoo's own tables, past its models. */
export const factsSql = (orderIds: readonly number[]): string => `
SELECT o.id AS "order", o.state, o.amount_total::float AS total, o.partner_invoice_id AS address, p.commercial_partner_id AS debtor,
	o.currency_id AS currency, o.company_id AS company, o.payment_term_id AS terms, coalesce((SELECT max(e.nb_days) FROM account_payment_term_line e WHERE e.payment_id = o.payment_term_id), 0) AS "termDays", o.fiscal_position_id AS position,
	(${LINES}) AS lines, (${DOCUMENTS}) AS documents, (${ACCOUNT}) AS account, (${TRACES}) AS traces
FROM sale_order o JOIN res_partner p ON p.id = o.partner_invoice_id
WHERE o.id IN (${orderIds.join()}) ORDER BY o.id`;

const ids = z.array(z.number());

export const factsRow = z.object({
	order: z.number(),
	state: z.enum(['draft', 'sent', 'sale', 'cancel']),
	total: z.number(),
	address: z.number(),
	debtor: z.number(),
	currency: z.number(),
	company: z.number(),
	terms: z.number().nullable(),
	termDays: z.number(),
	position: z.number().nullable(),
	lines: z.array(
		z.object({
			id: z.number(),
			isDownPayment: z.boolean(),
			isService: z.boolean(),
			invoicedBy: z.enum(['order', 'delivery']),
			ordered: z.number(),
			delivered: z.number(),
			price: z.number(),
			net: z.number(),
			gross: z.number(),
			taxes: ids,
			moves: z.array(
				z.object({
					state: z.enum(['open', 'done', 'cancelled']),
					quantity: z.number(),
					from: z.string(),
					to: z.string(),
					isReturn: z.boolean(),
					refunds: z.boolean(),
				}),
			),
		}),
	),
	documents: z.array(
		z.object({
			id: z.number(),
			type: z.enum(['invoice', 'creditNote']),
			state: z.enum(['draft', 'posted', 'cancelled']),
			address: z.number(),
			debtor: z.number(),
			currency: z.number(),
			company: z.number(),
			terms: z.number().nullable(),
			position: z.number().nullable(),
			total: z.number(),
			residual: z.number(),
			lines: z.array(
				z.object({
					line: z.number().nullable(),
					quantity: z.number(),
					price: z.number(),
					net: z.number(),
					gross: z.number(),
					taxes: ids,
				}),
			),
		}),
	),
	account: z.object({ receivables: z.number(), drafts: z.number() }),
	traces: z.array(z.string()),
});

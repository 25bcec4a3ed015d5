import { z } from 'zod';

/** How many of a part are in a kit: only where there are bills of materials. */
export const PARTS = {
	column: 'b.product_qty::numeric',
	join: 'LEFT JOIN mrp_bom_line b ON b.id = m.bom_line_id',
};

export const NO_PARTS = { column: '1', join: '' };

/**
 * The figures of each order from the tables alone: what was delivered is added up from the moves (a kit's from its bill of
 * materials), units by their factors, taxes from their table, documents by their type. Money with tax, not rounded.
 * @param orders a SELECT of their ids
 */
export const ledgerSql = (orders: string, { column, join } = NO_PARTS): string => `
WITH base AS (
	SELECT l.id, l.order_id, o.state, l.is_downpayment, l.product_id, l.qty_delivered_method = 'stock_move' AS goods,
		CASE WHEN l.product_uom_qty < 0 OR (l.product_uom_qty = 0 AND l.qty_delivered < 0) THEN -1 ELSE 1 END AS dir,
		l.product_uom_qty::numeric AS asked, l.qty_delivered::numeric AS by_hand, coalesce(u.factor, 1)::numeric AS unit,
		coalesce(t.invoice_policy, 'delivery') AS policy, o.date_order, o.currency_id,
		l.price_unit::numeric * (1 - l.discount::numeric / 100) AS price, l.price_subtotal::numeric AS net, l.price_total::numeric AS gross, o.amount_total::numeric AS total
	FROM sale_order_line l JOIN sale_order o ON o.id = l.order_id LEFT JOIN uom_uom u ON u.id = l.product_uom_id
		LEFT JOIN product_product p ON p.id = l.product_id LEFT JOIN product_template t ON t.id = p.product_tmpl_id
	WHERE l.order_id IN (${orders}) AND l.display_type IS NULL
),
spread AS (
	SELECT *, total - sum(gross) OVER w AS difference, abs(gross - net) AS weight, sum(abs(gross - net)) OVER w AS weights FROM base WINDOW w AS (PARTITION BY order_id)
),
lines AS (
	SELECT *, dir * CASE
		WHEN asked <> 0 THEN (gross + CASE WHEN weights = 0 THEN 0 ELSE difference * weight / weights END) / asked
		ELSE price * (1 + coalesce((SELECT sum(x.amount) FROM account_tax_sale_order_line_rel r JOIN account_tax x ON x.id = r.account_tax_id
			WHERE r.sale_order_line_id = spread.id AND coalesce(x.price_include_override, '') <> 'tax_included'), 0)::numeric / 100)
		END AS each
	FROM spread
),
moves AS (
	SELECT m.id, l.id AS line, m.state, m.product_id <> l.product_id AS is_part, m.product_id, ${column} AS in_kit,
		-- Odoo rounds what it delivered, move by move.
		CASE WHEN m.state = 'done' AND m.product_id = l.product_id THEN round(m.quantity::numeric * u.factor::numeric / l.unit, 2)
			ELSE (CASE m.state WHEN 'done' THEN m.quantity ELSE m.product_uom_qty END)::numeric * u.factor::numeric / CASE WHEN m.product_id <> l.product_id THEN 1 ELSE l.unit END END AS quantity,
		a.usage AS source, z.usage AS target, m.to_refund, m.origin_returned_move_id IS NOT NULL AS is_return,
		m.state = 'cancel' AND date_trunc('second', m.write_date) < date_trunc('second', l.date_order) AS is_past
	FROM stock_move m JOIN lines l ON l.id = m.sale_line_id JOIN uom_uom u ON u.id = m.product_uom
		JOIN stock_location a ON a.id = m.location_id JOIN stock_location z ON z.id = m.location_dest_id ${join}
),
-- What goes on its way out, without the steps that another of the same kind continues.
ends AS (
	SELECT m.* FROM moves m WHERE m.state <> 'done' AND NOT m.is_past AND m.source <> 'customer' AND m.target <> 'inventory' AND (m.target = 'customer' OR NOT m.is_return)
		AND NOT EXISTS (SELECT 1 FROM stock_move_move_rel r JOIN moves n ON n.id = r.move_dest_id
			WHERE r.move_orig_id = m.id AND (n.state = 'cancel') = (m.state = 'cancel') AND n.state <> 'done' AND NOT n.is_past)
		-- The further steps of what came back are no delivery, but to send it to the customer anew is one.
		AND (m.target = 'customer' OR NOT EXISTS (SELECT 1 FROM stock_move_move_rel r JOIN moves n ON n.id = r.move_orig_id WHERE r.move_dest_id = m.id AND n.source = 'customer'))
),
sums AS (
	SELECT line,
		coalesce(sum(quantity) FILTER (WHERE state = 'done' AND target = 'customer' AND source <> 'customer' AND (NOT is_return OR to_refund)), 0) AS gone,
		coalesce(sum(quantity) FILTER (WHERE state = 'done' AND source = 'customer' AND target <> 'inventory' AND to_refund), 0) AS back,
		coalesce(sum(quantity) FILTER (WHERE state NOT IN ('done', 'cancel') AND source = 'customer' AND to_refund), 0) AS coming_back
	FROM moves WHERE NOT is_part GROUP BY line
),
waiting AS (
	SELECT line, coalesce(sum(quantity) FILTER (WHERE state <> 'cancel'), 0) AS open, coalesce(sum(quantity) FILTER (WHERE state = 'cancel'), 0) AS dropped,
		bool_or(state <> 'cancel') AS is_open
	FROM ends GROUP BY line
),
kits AS (
	SELECT line, min(floor(gone / in_kit)) AS gone, min(floor((gone - back) / in_kit)) AS stayed FROM (
		SELECT line, in_kit, coalesce(sum(quantity) FILTER (WHERE state = 'done' AND target = 'customer'), 0) AS gone,
			coalesce(sum(quantity) FILTER (WHERE state = 'done' AND source = 'customer' AND to_refund), 0) AS back
		FROM moves WHERE is_part GROUP BY line, product_id, in_kit) parts GROUP BY line
),
facts AS (
	SELECT l.*, l.dir * l.asked AS ordered,
		CASE WHEN NOT l.goods THEN l.dir * l.by_hand WHEN k.line IS NOT NULL THEN k.gone ELSE l.dir * coalesce(s.gone - CASE WHEN l.dir = -1 THEN s.back ELSE 0 END, 0) END AS shipped,
		CASE WHEN NOT l.goods THEN 0 WHEN k.line IS NOT NULL THEN k.gone - k.stayed WHEN l.dir = -1 THEN 0 ELSE coalesce(s.back, 0) END AS returned,
		CASE WHEN l.goods THEN coalesce(s.coming_back, 0) ELSE 0 END AS coming_back,
		(SELECT count(*) FROM stock_move m JOIN uom_uom u ON u.id = m.product_uom WHERE m.sale_line_id = l.id AND u.factor <> l.unit) AS foreign_moves,
		coalesce(w.open, 0) AS open, coalesce(w.dropped, 0) AS dropped, coalesce(w.is_open, false) AS is_open, k.line IS NOT NULL AS is_kit
	FROM lines l LEFT JOIN sums s ON s.line = l.id LEFT JOIN waiting w ON w.line = l.id LEFT JOIN kits k ON k.line = l.id
),
counted AS (
	SELECT *, shipped - returned AS delivered, CASE
		WHEN state = 'cancel' THEN 0 WHEN state IN ('draft', 'sent') THEN ordered
		WHEN NOT goods THEN greatest(0, ordered - shipped)
		WHEN is_kit THEN CASE WHEN is_open THEN greatest(0, ordered - shipped) ELSE 0 END
		ELSE open + CASE WHEN ordered - shipped - open - dropped > 0.005 * foreign_moves THEN ordered - shipped - open - dropped ELSE 0 END END AS coming
	FROM facts
),
entries AS (
	SELECT l.id AS line, m.state, CASE m.move_type WHEN 'out_refund' THEN -1 ELSE 1 END AS side, i.quantity::numeric * coalesce(u.factor, 1)::numeric / l.unit * l.dir AS quantity, i.price_total::numeric AS amount
	FROM lines l JOIN sale_order_line_invoice_rel r ON r.order_line_id = l.id JOIN account_move_line i ON i.id = r.invoice_line_id JOIN account_move m ON m.id = i.move_id LEFT JOIN uom_uom u ON u.id = i.product_uom_id
	WHERE m.state <> 'cancel'
),
billed AS (
	SELECT line, sum(quantity * side) AS quantity, sum(amount * side) FILTER (WHERE state = 'draft') AS draft, sum(amount * side) FILTER (WHERE state = 'posted') AS posted,
		sum(amount * side) AS amount
	FROM entries WHERE quantity * side >= 0 GROUP BY line
),
credited AS (
	SELECT e.line, -sum(e.amount * e.side) FILTER (WHERE e.state = 'draft') AS draft, -sum(e.amount * e.side) FILTER (WHERE e.state = 'posted') AS posted,
		-sum(e.quantity * e.side) FILTER (WHERE 2 * abs(e.amount) >= abs(e.quantity * b.amount / nullif(b.quantity, 0))) AS goods
	FROM entries e LEFT JOIN billed b ON b.line = e.line WHERE e.quantity * e.side < 0 GROUP BY e.line
),
owed AS (
	SELECT c.*, coalesce(b.quantity, 0) AS billed, greatest(0, coalesce(b.quantity, 0) - coalesce(r.goods, 0)) AS invoiced,
		coalesce(b.draft, 0) AS draft, coalesce(b.posted, 0) AS posted, coalesce(r.draft, 0) AS draft_credit, coalesce(r.posted, 0) AS posted_credit,
		(c.state IN ('draft', 'sent') OR (c.state = 'sale' AND c.policy = 'order')) AS by_order,
		least(c.coming_back, greatest(0, c.delivered - c.ordered)) AS double_now, least(c.coming_back, greatest(0, c.delivered + c.coming - c.ordered)) AS double_later
	FROM counted c LEFT JOIN billed b ON b.line = c.id LEFT JOIN credited r ON r.line = c.id
),
rest AS (
	SELECT *, CASE WHEN by_order THEN greatest(0, least(ordered - invoiced, ordered - billed))
			ELSE greatest(0, least(delivered + coming - double_later - invoiced, shipped + coming - double_later - billed)) END AS open_all,
		CASE WHEN by_order THEN greatest(0, delivered - invoiced)
			ELSE greatest(0, least(delivered - double_now - invoiced, shipped - double_now - billed)) END AS open_now
	FROM owed
)
SELECT order_id AS id,
	coalesce(sum(each * (open_all - least(open_all, open_now))) FILTER (WHERE NOT coalesce(is_downpayment, false)), 0) AS undelivered,
	coalesce(sum(each * least(open_all, open_now)) FILTER (WHERE NOT coalesce(is_downpayment, false)), 0) AS delivered,
	coalesce(sum(draft) FILTER (WHERE NOT coalesce(is_downpayment, false)), 0) AS draft,
	coalesce(sum(posted) FILTER (WHERE NOT coalesce(is_downpayment, false)), 0) AS posted,
	coalesce(sum(draft_credit + posted_credit) FILTER (WHERE NOT coalesce(is_downpayment, false)), 0) AS credited,
	coalesce(sum(draft + posted - draft_credit - posted_credit) FILTER (WHERE is_downpayment), 0) AS paid_down,
	coalesce(bool_and(NOT goods OR dir * by_hand = delivered) , true) AS agrees
FROM rest GROUP BY order_id ORDER BY order_id`;

/** To the cent. */
export const roundedLedgerSql = (orderIds: readonly number[]): string => `
SELECT id, round(undelivered, 2) AS undelivered, round(delivered, 2) AS delivered, round(draft, 2) AS draft, round(posted, 2) AS posted,
	round(credited, 2) AS credited, round(paid_down, 2) AS paid_down, agrees
FROM (${ledgerSql(orderIds.join(','), PARTS)}) AS books ORDER BY id`;

export const ledgerFigures = z.object({
	id: z.number(),
	undelivered: z.number(),
	delivered: z.number(),
	draft: z.number(),
	posted: z.number(),
	credited: z.number(),
	paid_down: z.number(),
	/** Odoo's own delivered quantity of each line is the sum of its moves. */
	agrees: z.boolean(),
});

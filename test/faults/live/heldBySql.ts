import { z } from 'zod';

import type { sqlOn } from '../../support/scene/sql';
import { Tables } from '../recorded/tables';
import type { Table } from '../recorded/recording';

type Sql = Awaited<ReturnType<typeof sqlOn>>;

const one = (relation: string) => ({ type: 'many2one', relation });
const PLAIN = { type: 'char' };

interface Read {
	readonly fields: Table['fields'];
	readonly query: (orders: string) => string;
}

const reference = (column: string): string =>
	`CASE WHEN ${column} IS NULL THEN 'false'::json ELSE json_build_array(${column}, '') END`;

/** Made by a user of the pipeline, and no word about a key that was taken. */
const OUR_WORK = `m.create_uid NOT IN (SELECT id FROM res_users WHERE login LIKE 'outsider-%') AND m.message_id NOT LIKE '<taken\\_%'`;

/** What claims of the nodes are about, past Odoo's models. */
const READS: { readonly [model: string]: Read } = {
	'sale.order': {
		fields: { state: PLAIN, tag_ids: { type: 'many2many', relation: 'crm.tag' } },
		query: (orders) =>
			`SELECT o.id, o.state, coalesce((SELECT json_agg(r.tag_id) FROM sale_order_tag_rel r WHERE r.order_id = o.id), '[]') AS tag_ids FROM sale_order o WHERE o.id IN (${orders})`,
	},
	'crm.tag': {
		fields: { name: PLAIN },
		query: () => `SELECT id, name->>'en_US' AS name FROM crm_tag`,
	},
	'mail.message': {
		fields: { model: PLAIN, res_id: { type: 'integer' }, message_id: PLAIN },
		query: (orders) =>
			`SELECT m.id, m.model, m.res_id, m.message_id FROM mail_message m WHERE m.model = 'sale.order' AND m.res_id IN (${orders}) AND m.message_id LIKE '%@n8n-o2c%' AND ${OUR_WORK}`,
	},
	'mail.activity': {
		fields: { res_id: { type: 'integer' }, res_model: PLAIN },
		query: (orders) =>
			`SELECT id, res_id, res_model FROM mail_activity WHERE res_model = 'sale.order' AND res_id IN (${orders})`,
	},
	'sale.order.line': {
		fields: { order_id: one('sale.order') },
		query: (orders) =>
			`SELECT id, ${reference('order_id')} AS order_id FROM sale_order_line WHERE order_id IN (${orders})`,
	},
	'stock.picking': {
		fields: { sale_id: one('sale.order') },
		query: (orders) =>
			`SELECT id, ${reference('sale_id')} AS sale_id FROM stock_picking WHERE sale_id IN (${orders})`,
	},
	'stock.move': {
		fields: {
			quantity: { type: 'float' },
			sale_line_id: one('sale.order.line'),
			picking_id: one('stock.picking'),
		},
		query: (orders) =>
			`SELECT m.id, m.quantity, ${reference('m.sale_line_id')} AS sale_line_id, ${reference('m.picking_id')} AS picking_id FROM stock_move m JOIN sale_order_line l ON l.id = m.sale_line_id WHERE l.order_id IN (${orders}) AND m.state <> 'cancel'`,
	},
	'account.move': {
		fields: { state: PLAIN },
		query: (orders) =>
			`SELECT DISTINCT v.id, v.state FROM account_move v JOIN account_move_line i ON i.move_id = v.id JOIN sale_order_line_invoice_rel r ON r.invoice_line_id = i.id JOIN sale_order_line l ON l.id = r.order_line_id WHERE l.order_id IN (${orders})`,
	},
};

const row = z.object({ id: z.number() }).passthrough();

/** The tables that claims are held against, read by SQL. */
export const heldBySql = async (sql: Sql, orderIds: readonly number[]): Promise<Tables> => {
	const tables: { [model: string]: Table } = {};
	for (const [model, { fields, query }] of Object.entries(READS))
		tables[model] = { fields, rows: await sql(row, query(orderIds.join())) };
	return Tables.of({ tables, externalIds: {} });
};

const summaryRow = z.object({}).passthrough();

/**
 * What each order has of everything that a second effect would make more of, in the order of the ids. An order that got
 * less because another one failed is allocated anew, and that is a decision with a note of its own.
 */
export const effectsBySql = async (sql: Sql, orderIds: readonly number[]): Promise<unknown[]> =>
	await sql(
		summaryRow,
		`SELECT o.state,
	(SELECT json_agg(t.name->>'en_US' ORDER BY t.id) FROM sale_order_tag_rel r JOIN crm_tag t ON t.id = r.tag_id WHERE r.order_id = o.id) AS tags,
	(SELECT count(DISTINCT CASE WHEN m.message_id LIKE '<allocation-%' THEN 'allocated' ELSE m.id::text END) FROM mail_message m WHERE m.model = 'sale.order' AND m.res_id = o.id AND m.message_id LIKE '%@n8n-o2c%' AND ${OUR_WORK}) AS notes,
	(SELECT count(*) FROM mail_activity a WHERE a.res_model = 'sale.order' AND a.res_id = o.id) AS activities,
	(SELECT sum(m.quantity) FROM stock_move m JOIN sale_order_line l ON l.id = m.sale_line_id WHERE l.order_id = o.id AND m.state NOT IN ('done', 'cancel')) AS held,
	(SELECT sum(l.product_uom_qty) FROM sale_order_line l WHERE l.order_id = o.id) AS ordered,
	(SELECT json_agg(v.state) FROM account_move v WHERE v.id IN (SELECT i.move_id FROM account_move_line i JOIN sale_order_line_invoice_rel r ON r.invoice_line_id = i.id JOIN sale_order_line l ON l.id = r.order_line_id WHERE l.order_id = o.id)) AS invoices,
	(SELECT sum(i.quantity) FROM account_move_line i JOIN sale_order_line_invoice_rel r ON r.invoice_line_id = i.id JOIN sale_order_line l ON l.id = r.order_line_id WHERE l.order_id = o.id AND i.parent_state <> 'cancel') AS invoiced
FROM sale_order o WHERE o.id IN (${orderIds.join()}) ORDER BY o.id`,
	);

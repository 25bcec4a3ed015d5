// @ts-check
import { accountMove, activity, move, saleOrder, saleOrderLine, tag } from './records.mjs';

/** @typedef {import('./ensure.mjs').OdooClient} OdooClient */
/** @typedef {{ ordered: number, delivered: number, reserved: number }} Goods units over all articles */
/** @typedef {{ summary: string, owner: string, due: string }} Case what somebody has to do */
/**
 * @typedef {object} OrderFacts what Odoo holds of one order, read from Odoo alone
 * @property {number} id
 * @property {string} name
 * @property {string} customer
 * @property {number} total
 * @property {readonly string[]} tags
 * @property {readonly string[]} invoices numbers of the posted ones
 * @property {readonly Case[]} cases
 * @property {Goods} goods
 */

/** @param {OdooClient} client @param {readonly number[]} ids @returns {Promise<OrderFacts[]>} in the order of the ids */
export async function readFacts(client, ids) {
	const orders = await client.read(
		saleOrder,
		['name', 'partner_id', 'amount_total', 'invoice_ids', 'tag_ids'],
		ids,
	);
	const [tags, invoices, cases, goods] = await Promise.all([
		client.read(
			tag,
			['name'],
			orders.flatMap(({ tag_ids: list }) => list),
		),
		client.read(
			accountMove,
			['name', 'state', 'move_type'],
			orders.flatMap(({ invoice_ids: list }) => list),
		),
		readCases(client, ids),
		readGoods(client, ids),
	]);
	const posted = invoices.filter(
		({ state, move_type: type }) => state === 'posted' && type === 'out_invoice',
	);
	const facts = orders.map((order) => ({
		id: order.id,
		name: order.name,
		customer: order.partner_id?.name ?? '',
		total: order.amount_total,
		tags: tags.filter(({ id }) => order.tag_ids.includes(id)).map(({ name }) => name),
		invoices: posted
			.filter(({ id }) => order.invoice_ids.includes(id))
			.map(({ name }) => name ?? ''),
		cases: cases.get(order.id) ?? [],
		goods: goods.get(order.id) ?? { ordered: 0, delivered: 0, reserved: 0 },
	}));
	return facts.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** Activities that are still to do, by order. @param {OdooClient} client @param {readonly number[]} orders */
async function readCases(client, orders) {
	const fields = /** @type {const} */ (['res_id', 'summary', 'user_id', 'date_deadline']);
	const found = await client.searchIn(activity, fields, 'res_id', orders, [
		['res_model', '=', 'sale.order'],
	]);
	/** @type {Map<number, Case[]>} */
	const cases = new Map();
	for (const { res_id: order, summary, user_id: owner, date_deadline: due } of found) {
		const one = { summary: summary ?? '', owner: owner?.name ?? '', due: due ?? '' };
		cases.set(order, [...(cases.get(order) ?? []), one]);
	}
	return cases;
}

/** The goods of all deliveries, by order. @param {OdooClient} client @param {readonly number[]} orders */
async function readGoods(client, orders) {
	const lines = await client.searchIn(saleOrderLine, ['order_id'], 'order_id', orders);
	const orderOf = new Map(lines.map(({ id, order_id: order }) => [id, order?.id ?? 0]));
	const fields = /** @type {const} */ (['sale_line_id', 'state', 'product_uom_qty', 'quantity']);
	const moves = await client.searchIn(
		move,
		fields,
		'sale_line_id',
		[...orderOf.keys()],
		[['state', '!=', 'cancel']],
	);
	/** @type {Map<number, Goods>} */
	const goods = new Map();
	for (const { sale_line_id: line, state, product_uom_qty: asked, quantity } of moves) {
		const order = orderOf.get(line?.id ?? 0) ?? 0;
		const { ordered, delivered, reserved } = goods.get(order) ?? {
			ordered: 0,
			delivered: 0,
			reserved: 0,
		};
		const [shipped, kept] = state === 'done' ? [quantity, 0] : [0, quantity];
		goods.set(order, {
			ordered: ordered + asked,
			delivered: delivered + shipped,
			reserved: reserved + kept,
		});
	}
	return goods;
}

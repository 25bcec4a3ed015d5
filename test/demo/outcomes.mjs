// @ts-check
/** @typedef {import('./ensure.mjs').OdooClient} OdooClient */
/**
 * @typedef {'Invoiced' | 'Partially allocated' | 'Short' | 'On hold' | 'Needs approval' | 'Exception'} OutcomeKind
 *
 * @typedef {object} Outcome what Odoo holds of one order, read from Odoo alone
 * @property {number} id
 * @property {string} name
 * @property {string} customer
 * @property {number} total
 * @property {OutcomeKind | 'None'} kind
 * @property {readonly string[]} invoices numbers of the posted ones
 * @property {readonly { summary: string, owner: string, code: string, due: string }[]} cases what somebody has to do, and who
 * @property {{ ordered: number, delivered: number, reserved: number }} goods
 *
 * @typedef {Pick<Outcome, 'invoices' | 'cases' | 'goods'> & { held: boolean }} Facts
 */

/** The tag by which Odoo Credit Check marks an order. */
const holdTag = 'Credit Hold';

/** @type {readonly (readonly [OutcomeKind, (facts: Facts) => boolean])[]} the first that fits */
const kinds = [
	['On hold', ({ held }) => held],
	['Needs approval', ({ cases }) => has(cases, 'CREDIT_')],
	['Short', ({ cases, goods }) => has(cases, 'STOCK_') && goods.delivered + goods.reserved === 0],
	[
		'Partially allocated',
		({ cases, goods }) => has(cases, 'STOCK_') && goods.delivered < goods.ordered,
	],
	['Exception', ({ cases }) => cases.length > 0],
	['Invoiced', ({ invoices, goods }) => invoices.length > 0 && goods.delivered === goods.ordered],
];

/** @param {Outcome['cases']} cases @param {string} stage */
const has = (cases, stage) => cases.some(({ code }) => code.startsWith(stage));

/** @param {Facts} facts */
export const kindOf = (facts) => kinds.find(([, fits]) => fits(facts))?.[0] ?? 'None';

/** @param {OdooClient} client @param {readonly number[]} ids @returns {Promise<Outcome[]>} in the order of the ids */
export async function readOutcomes(client, ids) {
	const orders = await searchRead(
		client,
		'sale.order',
		[['id', 'in', ids]],
		['name', 'partner_id', 'amount_total', 'invoice_ids', 'tag_ids', 'order_line'],
	);
	const [hold, invoices, cases, goods] = await Promise.all([
		searchRead(client, 'crm.tag', [['name', '=', holdTag]], []),
		readInvoices(
			client,
			orders.flatMap(({ invoice_ids: list }) => list),
		),
		readCases(client, ids),
		readGoods(client, ids),
	]);
	const outcomes = orders.map(
		({
			id,
			name,
			partner_id: [, customer],
			amount_total: total,
			invoice_ids: invoiceIds,
			tag_ids: tags,
		}) => {
			const facts = {
				invoices: invoiceIds.flatMap(
					(/** @type {number} */ invoice) => invoices.get(invoice) ?? [],
				),
				cases: cases.get(id) ?? [],
				goods: goods.get(id) ?? { ordered: 0, delivered: 0, reserved: 0 },
				held: hold.some((tag) => tags.includes(tag.id)),
			};
			return { id, name, customer, total, kind: kindOf(facts), ...facts };
		},
	);
	return outcomes.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** @param {OdooClient} client @param {string} model @param {unknown[]} domain @param {string[]} fields @returns {Promise<any[]>} */
const searchRead = async (client, model, domain, fields) =>
	/** @type {any[]} */ (
		await client.call(model, 'search_read', { args: /** @type {any} */ ({ domain, fields }) })
	);

/** @param {OdooClient} client @param {number[]} ids @returns {Promise<Map<number, string>>} numbers of the posted ones */
async function readInvoices(client, ids) {
	const domain = [
		['id', 'in', ids],
		['state', '=', 'posted'],
		['move_type', '=', 'out_invoice'],
	];
	return new Map(
		(await searchRead(client, 'account.move', domain, ['name'])).map(({ id, name }) => [id, name]),
	);
}

/** Open activities; their external ids carry the case's code. @param {OdooClient} client @param {readonly number[]} orders */
async function readCases(client, orders) {
	const domain = [
		['res_model', '=', 'sale.order'],
		['res_id', 'in', orders],
	];
	const activities = await searchRead(client, 'mail.activity', domain, [
		'res_id',
		'summary',
		'user_id',
		'date_deadline',
	]);
	const metadata = /** @type {any[]} */ (
		await client.call('mail.activity', 'get_metadata', { ids: activities.map(({ id }) => id) })
	);
	const codes = new Map(
		metadata.map(({ id, xmlid }) => [id, /_([A-Z_]+)_\d+$/.exec(xmlid || '')?.[1] ?? '']),
	);
	/** @type {Map<number, { summary: string, owner: string, code: string, due: string }[]>} */
	const cases = new Map();
	for (const { id, res_id: order, summary, user_id: user, date_deadline: due } of activities) {
		const one = { summary, owner: user ? user[1] : '', code: codes.get(id) ?? '', due };
		cases.set(order, [...(cases.get(order) ?? []), one]);
	}
	return cases;
}

/** Units of goods by order, over all its deliveries. @param {OdooClient} client @param {readonly number[]} orders */
async function readGoods(client, orders) {
	const domain = [
		['sale_line_id.order_id', 'in', orders],
		['picking_code', '=', 'outgoing'],
		['state', '!=', 'cancel'],
	];
	const moves = await searchRead(client, 'stock.move', domain, [
		'sale_line_id',
		'picking_id',
		'state',
		'product_uom_qty',
		'quantity',
		'origin',
	]);
	const pickings = await searchRead(
		client,
		'stock.picking',
		[['id', 'in', moves.map(({ picking_id: picking }) => picking[0])]],
		['sale_id'],
	);
	const orderOf = new Map(pickings.map(({ id, sale_id: order }) => [id, order[0]]));
	/** @type {Map<number, Outcome['goods']>} */
	const goods = new Map();
	for (const {
		picking_id: [picking],
		state,
		product_uom_qty: asked,
		quantity,
	} of moves) {
		const order = orderOf.get(picking);
		const sum = goods.get(order) ?? { ordered: 0, delivered: 0, reserved: 0 };
		const done = state === 'done';
		goods.set(order, {
			ordered: sum.ordered + asked,
			delivered: sum.delivered + (done ? quantity : 0),
			reserved: sum.reserved + (done ? 0 : quantity),
		});
	}
	return goods;
}

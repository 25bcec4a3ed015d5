// @ts-check
import { ensure, xmlId } from './ensure.mjs';
import { customerKey, productKey } from './masterData.mjs';
import { partner, saleOrder } from './records.mjs';

/** @typedef {import('./ensure.mjs').OdooClient} OdooClient */
/** @typedef {import('./scenario.mjs').Scenario} Scenario */

const day = 24 * 60 * 60 * 1000;
/** @param {string} reference */
const orderKey = (reference) => `demo_order_${reference}`;
/** @param {number} days from today @returns {string} YYYY-MM-DD */
const dateIn = (days) => new Date(Date.now() + days * day).toISOString().slice(0, 10);

/** Limits by what a customer orders: within reach, a little too low, or far too low. */
const limitFactor = { ample: 4, near: 0.95, over: 0.3 };

/** Posts one unpaid invoice, 45 days past due, for each customer who is late. @param {OdooClient} client @param {Scenario} scenario */
export async function ensureOverdueInvoices(client, { overdue }) {
	const rows = [...overdue].map((customer) => ({
		key: `demo_overdue_${customer}`,
		columns: {
			move_type: 'out_invoice',
			'partner_id/id': xmlId(customerKey(customer)),
			ref: `Overdue since ${dateIn(-45)}`,
			invoice_date: dateIn(-75),
			'invoice_payment_term_id/id': 'account.account_payment_term_30days',
			'invoice_line_ids/name': 'Goods of an earlier order',
			'invoice_line_ids/quantity': '1',
			'invoice_line_ids/price_unit': '180',
		},
	}));
	const ids = await ensure(client, 'account.move', rows);
	const drafts = await idsInState(client, 'account.move', [...ids.values()], ['draft']);
	if (drafts.length > 0) await client.call('account.move', 'action_post', { ids: drafts });
}

/**
 * Loads the orders, sets each customer's credit limit by what the order comes to, and confirms them.
 * @param {OdooClient} client @param {Scenario} scenario @param {number} warehouse
 * @returns {Promise<number[]>} their ids, in the order of the scenario
 */
export async function ensureOrders(client, scenario, warehouse) {
	const orders = await ensure(
		client,
		'sale.order',
		scenario.orders.map((order, index) => headerOf(order, index, warehouse)),
	);
	await ensure(client, 'sale.order.line', scenario.orders.flatMap(linesOf));
	const ids = scenario.orders.map(({ reference }) => orders.get(orderKey(reference)) ?? 0);
	const quotations = await idsInState(client, 'sale.order', ids, ['draft', 'sent']);
	if (quotations.length === 0) return ids;
	await setCreditLimits(client, scenario, quotations);
	await client.call('sale.order', 'action_confirm', { ids: quotations });
	const left = await idsInState(client, 'sale.order', quotations, ['draft', 'sent']);
	if (left.length > 0)
		throw new Error(
			`Odoo left ${left.length} orders unconfirmed: a module of this Odoo asks for something first.`,
		);
	return ids;
}

/** Whoever ordered first wants the goods first. @param {Scenario['orders'][number]} order @param {number} index @param {number} warehouse */
function headerOf({ reference, customer }, index, warehouse) {
	const wanted = new Date(Date.now() + 3 * day + index * 60_000)
		.toISOString()
		.slice(0, 19)
		.replace('T', ' ');
	return {
		key: orderKey(reference),
		columns: {
			'partner_id/id': xmlId(customerKey(customer)),
			client_order_ref: reference,
			origin: 'Order-to-Cash Demo',
			commitment_date: wanted,
			'warehouse_id/.id': String(warehouse),
		},
	};
}

/** @param {Scenario['orders'][number]} order */
function linesOf({ reference, lines }) {
	return lines.map(({ sku, quantity, price }) => ({
		key: `${orderKey(reference)}_${sku}`,
		columns: {
			'order_id/id': xmlId(orderKey(reference)),
			'product_id/id': xmlId(productKey(sku)),
			product_uom_qty: String(quantity),
			price_unit: String(price),
		},
	}));
}

/**
 * What customers wrote about their orders, as their mails would stand there.
 * @param {OdooClient} client @param {Scenario} scenario @param {readonly number[]} ids of the orders
 */
export async function ensureMessages(client, { orders }, ids) {
	const written = orders
		.map((order, index) => ({ ...order, id: ids[index] }))
		.filter(({ message }) => message !== '');
	const rows = written.map(({ reference, customer, message, id }) => ({
		key: `demo_message_${reference}`,
		columns: {
			model: 'sale.order',
			res_id: String(id),
			body: message,
			message_type: 'email',
			'subtype_id/id': 'mail.mt_comment',
			'author_id/id': xmlId(customerKey(customer)),
		},
	}));
	await ensure(client, 'mail.message', rows);
}

/** @param {OdooClient} client @param {Scenario} scenario @param {readonly number[]} quotations */
async function setCreditLimits(client, { credit }, quotations) {
	const orders = await client.read(saleOrder, ['partner_id', 'amount_total'], quotations);
	const customers = await client.read(
		partner,
		['ref'],
		orders.flatMap(({ partner_id: customer }) => customer?.id ?? []),
	);
	/** @type {Map<number, keyof typeof limitFactor | 'none'>} */
	const kindOf = new Map(customers.map(({ id, ref }) => [id, credit.get(ref ?? '') ?? 'ample']));
	for (const { partner_id: customer, amount_total: total } of orders) {
		const kind = kindOf.get(customer?.id ?? 0) ?? 'none';
		if (customer && kind !== 'none')
			await client.write('res.partner', [customer.id], {
				credit_limit: Math.ceil(total * limitFactor[kind]),
			});
	}
}

/** @param {OdooClient} client @param {string} model @param {number[]} ids @param {string[]} states @returns {Promise<number[]>} */
async function idsInState(client, model, ids, states) {
	const domain = [
		['id', 'in', ids],
		['state', 'in', states],
	];
	return /** @type {Promise<number[]>} */ (client.call(model, 'search', { args: { domain } }));
}

// @ts-check
import { ensure, flag } from './ensure.mjs';
import { pickingType, warehouse } from './records.mjs';
import { articlesOf } from './scenario.mjs';

/** @typedef {import('./ensure.mjs').OdooClient} OdooClient */
/** @typedef {import('./scenario.mjs').Scenario} Scenario */
/** @typedef {{ id: number, stockLocation: number }} Warehouse */

const tagKey = 'demo_customers';
const countries = /** @type {Readonly<Record<string, string>>} */ ({
	'United Kingdom': 'base.uk',
	Australia: 'base.au',
	EIRE: 'base.ie',
	Finland: 'base.fi',
	France: 'base.fr',
	Germany: 'base.de',
	Netherlands: 'base.nl',
});

/** @param {string} id */
export const customerKey = (id) => `demo_customer_${id}`;
/** @param {string} sku */
export const productKey = (sku) => `demo_product_${sku}`;

/**
 * A warehouse of its own, so that nobody else's stock or settings are touched. Its deliveries do not reserve by themselves:
 * otherwise whoever confirms first would take the stock, before anything could decide.
 * @param {OdooClient} client @returns {Promise<Warehouse>}
 */
export async function ensureWarehouse(client) {
	const columns = { name: 'Order-to-Cash Demo', code: 'O2C' };
	const ids = await ensure(client, 'stock.warehouse', [{ key: 'demo_warehouse', columns }]);
	const id = ids.get('demo_warehouse') ?? 0;
	const [made] = await client.read(warehouse, ['lot_stock_id'], [id]);
	const deliveries = await client.search(
		pickingType,
		['id'],
		[
			['warehouse_id', '=', id],
			['code', '=', 'outgoing'],
		],
	);
	await client.write(
		'stock.picking.type',
		deliveries.map((type) => type.id),
		{ reservation_method: 'manual' },
	);
	return { id, stockLocation: made?.lot_stock_id?.id ?? 0 };
}

/** The tag by which the workflow knows these customers. @param {OdooClient} client */
export async function ensureCustomerTag(client) {
	const columns = { name: 'Online Retail (demo)' };
	return (
		(await ensure(client, 'res.partner.category', [{ key: tagKey, columns }])).get(tagKey) ?? 0
	);
}

/** @param {OdooClient} client @param {Scenario} scenario */
export function ensureCustomers(client, { orders }) {
	const rows = orders.map(({ customer, country }) => ({
		key: customerKey(customer),
		columns: {
			name: `Customer ${customer}`,
			ref: customer,
			is_company: flag(true),
			street: '1 High Street',
			city: 'Capital',
			zip: '10000',
			'country_id/id': countries[country] ?? '',
			'category_id/id': `n8n_o2c.${tagKey}`,
			'property_payment_term_id/id': 'account.account_payment_term_30days',
		},
	}));
	return ensure(client, 'res.partner', rows);
}

/** @param {OdooClient} client @param {Scenario} scenario */
export function ensureProducts(client, { orders, services, invoicedAsOrdered }) {
	const rows = articlesOf(orders).map(({ sku, description, price }) => ({
		key: productKey(sku),
		columns: {
			name: description,
			default_code: sku,
			list_price: String(price),
			type: services.has(sku) ? 'service' : 'consu',
			is_storable: flag(!services.has(sku)),
			invoice_policy: services.has(sku) || invoicedAsOrdered.has(sku) ? 'order' : 'delivery',
		},
	}));
	return ensure(client, 'product.product', rows);
}

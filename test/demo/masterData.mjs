// @ts-check
import { ensure, flag } from './ensure.mjs';
import { pickingType, warehouse } from './records.mjs';

/** @typedef {import('./ensure.mjs').OdooClient} OdooClient */
/** @typedef {import('./scenario.mjs').Scenario} Scenario */
/** @typedef {{ id: number, stockLocation: number }} Warehouse */

const tagKey = 'demo_customers';
/** @param {string} number */
export const customerKey = (number) => `demo_customer_${number}`;
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
	const columns = { name: 'Order-to-Cash Demo' };
	return (
		(await ensure(client, 'res.partner.category', [{ key: tagKey, columns }])).get(tagKey) ?? 0
	);
}

/** @param {OdooClient} client @param {Scenario} scenario */
export function ensureCustomers(client, { customers }) {
	const rows = customers.map(({ number, name, street, zip, city, country }) => ({
		key: customerKey(number),
		columns: {
			name,
			ref: number,
			is_company: flag(true),
			street,
			zip,
			city,
			'country_id/id': `base.${country}`,
			'category_id/id': `n8n_o2c.${tagKey}`,
			'property_payment_term_id/id': 'account.account_payment_term_30days',
		},
	}));
	return ensure(client, 'res.partner', rows);
}

/** @param {OdooClient} client @param {Scenario} scenario */
export function ensureProducts(client, { articles, services, invoicedAsOrdered }) {
	const rows = articles.map(({ sku, name, price }) => ({
		key: productKey(sku),
		columns: {
			name,
			default_code: sku,
			list_price: String(price),
			type: services.has(sku) ? 'service' : 'consu',
			is_storable: flag(!services.has(sku)),
			invoice_policy: services.has(sku) || invoicedAsOrdered.has(sku) ? 'order' : 'delivery',
		},
	}));
	return ensure(client, 'product.product', rows);
}

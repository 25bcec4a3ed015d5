// @ts-check
import {
	ensureCustomers,
	ensureCustomerTag,
	ensureProducts,
	ensureWarehouse,
} from './masterData.mjs';
import { ensureMessages, ensureOrders, ensureOverdueInvoices } from './orders.mjs';
import { ensureStock } from './stock.mjs';

/** @typedef {{ orders: readonly number[], customerTag: number }} Loaded */

/**
 * Everything the orders need, and the orders, confirmed. What is there already stays as it is.
 * @param {import('./ensure.mjs').OdooClient} client @param {import('./scenario.mjs').Scenario} scenario
 * @returns {Promise<Loaded>}
 */
export async function load(client, scenario) {
	const warehouse = await ensureWarehouse(client);
	const customerTag = await ensureCustomerTag(client);
	await ensureCustomers(client, scenario);
	const products = await ensureProducts(client, scenario);
	await ensureStock(client, scenario, products, warehouse.stockLocation);
	await ensureOverdueInvoices(client, scenario);
	const orders = await ensureOrders(client, scenario, warehouse.id);
	await ensureMessages(client, scenario, orders);
	return { orders, customerTag };
}

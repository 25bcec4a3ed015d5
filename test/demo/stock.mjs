// @ts-check
import { productKey } from './masterData.mjs';
import { move } from './records.mjs';
import { demandOf } from './scenario.mjs';

/** @typedef {import('./ensure.mjs').OdooClient} OdooClient */
/** @typedef {import('./scenario.mjs').Scenario} Scenario */

/**
 * Puts the articles on the shelf: of most twice what is asked for, of some too few or none. An article that has moved before
 * keeps what it has, so a second run brings no new stock.
 * @param {OdooClient} client @param {Scenario} scenario
 * @param {ReadonlyMap<string, number>} products by key @param {number} location
 */
export async function ensureStock(client, { orders, services, stock }, products, location) {
	const wanted = [...demandOf(orders)]
		.filter(([sku]) => !services.has(sku))
		.map(([sku, demand]) => ({
			product: products.get(productKey(sku)) ?? 0,
			quantity: stock[sku] ?? 2 * demand,
		}))
		.filter(({ quantity }) => quantity > 0);
	const moved = await movedProducts(
		client,
		wanted.map(({ product }) => product),
		location,
	);
	const counted = wanted.filter(({ product }) => !moved.has(product));
	if (counted.length === 0) return;
	await applyCounts(client, location, counted);
}

/** @param {OdooClient} client @param {number[]} products @param {number} location */
async function movedProducts(client, products, location) {
	const moves = await client.searchIn(move, ['product_id'], 'product_id', products, [
		['state', '=', 'done'],
		['location_dest_id', '=', location],
	]);
	return new Set(moves.map(({ product_id: product }) => product?.id));
}

/**
 * As a stock count in Odoo: quantities are entered, then applied. A count that was entered and not applied is found again.
 * @param {OdooClient} client @param {number} location @param {readonly { product: number, quantity: number }[]} counted
 */
async function applyCounts(client, location, counted) {
	const context = { inventory_mode: true };
	const rows = counted.map(({ product, quantity }) => ({
		product_id: product,
		location_id: location,
		inventory_quantity: quantity,
	}));
	const quants = /** @type {number[]} */ (
		await client.call('stock.quant', 'create', { args: { vals_list: rows }, context })
	);
	await client.call('stock.quant', 'action_apply_inventory', { ids: quants, context });
}

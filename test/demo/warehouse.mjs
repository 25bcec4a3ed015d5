// @ts-check
import { move, picking } from './records.mjs';

/** @typedef {import('./ensure.mjs').OdooClient} OdooClient */

/** Odoo asks about text messages, backorders and expiry unless it is told not to. */
const context = { skip_backorder: true, skip_sms: true, skip_expired: true };

/**
 * The warehouse's work: of every delivery of these orders, what is reserved goes out, and the rest waits in a backorder.
 * @param {OdooClient} client @param {readonly number[]} orders
 * @returns {Promise<number>} how many deliveries went out
 */
export async function shipReserved(client, orders) {
	const reserved = await client.searchIn(move, ['picking_id'], 'picking_id.sale_id', orders, [
		['state', 'in', ['assigned', 'partially_available']],
		['quantity', '>', 0],
	]);
	const pickings = [...new Set(reserved.flatMap(({ picking_id: transfer }) => transfer?.id ?? []))];
	if (pickings.length === 0) return 0;
	await client.call('stock.picking', 'button_validate', { ids: pickings, context });
	const left = (await client.read(picking, ['name', 'state'], pickings)).filter(
		({ state }) => state !== 'done',
	);
	if (left.length > 0) {
		throw new Error(
			`Odoo did not ship ${left.map(({ name }) => name).join(', ')}: a module of this Odoo asks for something first.`,
		);
	}
	return pickings.length;
}

/** The orders of which something has been delivered. @param {OdooClient} client @param {readonly number[]} orders */
export async function deliveredOrders(client, orders) {
	const done = await client.searchIn(picking, ['sale_id'], 'sale_id', orders, [
		['state', '=', 'done'],
	]);
	return [...new Set(done.flatMap(({ sale_id: order }) => order?.id ?? []))];
}

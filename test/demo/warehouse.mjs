// @ts-check
/** @typedef {import('./ensure.mjs').OdooClient} OdooClient */

/** Ship what is reserved; the rest waits in a backorder. Odoo asks about text messages and backorders unless it is told not to. */
const context = { skip_backorder: true, skip_sms: true, skip_expired: true };

/**
 * The warehouse's work: every delivery of these orders that has something reserved goes out.
 * @param {OdooClient} client @param {readonly number[]} orders
 * @returns {Promise<number>} how many went out
 */
export async function shipReserved(client, orders) {
	const domain = [
		['picking_id.sale_id', 'in', orders],
		['state', 'in', ['assigned', 'partially_available']],
		['quantity', '>', 0],
	];
	const moves = /** @type {any[]} */ (
		await client.call('stock.move', 'search_read', { args: { domain, fields: ['picking_id'] } })
	);
	const pickings = [...new Set(moves.map(({ picking_id: [id] }) => id))];
	if (pickings.length === 0) return 0;
	await client.call('stock.picking', 'button_validate', { ids: pickings, context });
	const left = /** @type {any[]} */ (
		await client.call('stock.picking', 'read', {
			ids: pickings,
			args: { fields: ['name', 'state'] },
		})
	).filter(({ state }) => state !== 'done');
	if (left.length > 0)
		throw new Error(
			`Odoo did not let ${left.map(({ name }) => name).join(', ')} go out: a module of this Odoo asks something first.`,
		);
	return pickings.length;
}

/** The orders of which something has been delivered. @param {OdooClient} client @param {readonly number[]} orders @returns {Promise<number[]>} */
export async function deliveredOrders(client, orders) {
	const domain = [
		['sale_id', 'in', orders],
		['state', '=', 'done'],
	];
	const pickings = /** @type {any[]} */ (
		await client.call('stock.picking', 'search_read', { args: { domain, fields: ['sale_id'] } })
	);
	return [...new Set(pickings.map(({ sale_id: [id] }) => id))];
}

import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { picking } from '../../shared/odoo/records/stock';

/** Takes back the stock reserved for orders. @returns by order id what Odoo refused */
export const writeReleasedReservations = async (
	client: OdooClient,
	orderIds: readonly number[],
): Promise<ReadonlyMap<number, OdooError>> => {
	if (orderIds.length === 0) return new Map();
	const reserved = await client.searchIn(picking, ['id', 'sale_id'], 'sale_id', orderIds, [
		['state', 'not in', ['done', 'cancel']],
		['move_ids.state', 'in', ['assigned', 'partially_available']],
	]);
	const orderOf = new Map(reserved.map(({ id, sale_id: order }) => [id, order?.id ?? 0]));
	const { failed } = await client.callEach('stock.picking', 'do_unreserve', [...orderOf.keys()]);
	return new Map([...failed].map(([id, error]) => [orderOf.get(id) ?? 0, error]));
};

import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { notShown } from '../../shared/traces/odoo/readBack';
import { picking } from '../../shared/odoo/records/stock';

/** Takes back the stock reserved for orders. @returns by order id why it still holds some */
export const writeReleasedReservations = async (
	client: OdooClient,
	orderIds: readonly number[],
): Promise<ReadonlyMap<number, OdooError>> => {
	const reserved = await readReserved(client, orderIds);
	if (reserved.size === 0) return new Map();
	const { failed } = await client.callEach('stock.picking', CALL, [...reserved.keys()]);
	const still = await readReserved(client, orderIds);
	return new Map(
		[...still].map(([id, orderId]) => [
			orderId,
			failed.get(id) ?? notShown(`stock.picking.${CALL}`),
		]),
	);
};

const CALL = 'do_unreserve';

/** Orders by transfers that hold stock for them. */
const readReserved = async (
	client: OdooClient,
	orderIds: readonly number[],
): Promise<ReadonlyMap<number, number>> => {
	const found = await client.searchIn(picking, ['id', 'sale_id'], 'sale_id', orderIds, [
		['state', 'not in', ['done', 'cancel']],
		['move_ids.state', 'in', ['assigned', 'partially_available']],
	]);
	return new Map(found.map(({ id, sale_id: order }) => [id, order?.id ?? 0]));
};

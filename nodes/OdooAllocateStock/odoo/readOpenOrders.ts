import { groupBy } from '../../shared/core/collections';
import { anyOf, type OdooDomain } from '../../shared/odoo/domain';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { saleOrder } from '../../shared/odoo/records/saleOrder';
import { saleOrderLine } from '../../shared/odoo/records/saleOrderLine';
import { move, picking } from '../../shared/odoo/records/stock';
import type { OpenMove, OpenOrder } from './facts';
import {
	LINE_FIELDS,
	MOVE_FIELDS,
	OPEN_STATES,
	ORDER_FIELDS,
	PICKING_FIELDS,
	type OrderRecord,
	type PickingRecord,
} from './openRecords';
import { readCustomers, type Customer, type CustomerNeeds } from './readCustomers';
import { readProductUnits } from './readProductUnits';
import { toOpenMoves } from './toOpenMoves';

/**
 * Goods that come back from the customer or go there straight from the vendor are not ours to reserve.
 * Moves of a transfer count even when somebody added them by hand: reserving the transfer reserves them too.
 */
const movesOf = (orderIds: readonly number[]): OdooDomain => [
	['state', 'in', OPEN_STATES],
	['location_id.usage', 'in', ['internal', 'transit']],
	...anyOf([[['sale_line_id.order_id', 'in', orderIds]], [['picking_id.sale_id', 'in', orderIds]]]),
];

interface Belongings {
	readonly customer: Customer;
	readonly transfers: readonly PickingRecord[];
	readonly moves: readonly OpenMove[];
}

const toOpenOrder = (
	order: OrderRecord,
	{ customer, transfers, moves }: Belongings,
): OpenOrder => ({
	id: order.id,
	state: order.state === 'done' ? 'sale' : order.state,
	...customer,
	currency: order.currency_id?.name ?? '',
	currencyRate: order.currency_rate || 1,
	orderedAt: order.date_order,
	requestedAt: order.commitment_date,
	shipsComplete:
		order.picking_policy === 'one' || transfers.some(({ move_type: type }) => type === 'one'),
	isUrgent: transfers.some(({ priority }) => priority === '1'),
	tagIds: order.tag_ids,
	moves,
});

/** The orders with everything of them that is still to leave, in six to eight calls however many they are. */
export const readOpenOrders = async (
	client: OdooClient,
	orderIds: readonly number[],
	needs: CustomerNeeds,
): Promise<OpenOrder[]> => {
	const [orders, lines, moves] = await Promise.all([
		client.read(saleOrder, ORDER_FIELDS, orderIds),
		client.searchIn(saleOrderLine, LINE_FIELDS, 'order_id', orderIds, [
			['display_type', '=', false],
		]),
		client.search(move, MOVE_FIELDS, movesOf(orderIds), { order: 'id' }),
	]);
	const [pickings, units, customerOf] = await Promise.all([
		client.read(
			picking,
			PICKING_FIELDS,
			moves.flatMap(({ picking_id: transfer }) => transfer?.id ?? []),
		),
		readProductUnits(
			client,
			moves.flatMap(({ product_id: item }) => item?.id ?? []),
		),
		readCustomers(
			client,
			orders.flatMap(({ partner_id: customer }) => customer?.id ?? []),
			needs,
		),
	]);
	const transfersOf = groupBy(pickings, ({ sale_id: sale }) => sale?.id);
	const movesByOrder = toOpenMoves({ lines, moves, pickings, units });
	return orders.map((order) =>
		toOpenOrder(order, {
			customer: customerOf(order.partner_id?.id ?? 0),
			transfers: transfersOf.get(order.id) ?? [],
			moves: movesByOrder.get(order.id) ?? [],
		}),
	);
};

import type { OdooClient } from '../../shared/odoo/OdooClient';
import { anyOf, type OdooDomain } from '../../shared/odoo/domain';
import type { RecordOf } from '../../shared/odoo/records/record';
import { saleOrder } from '../../shared/odoo/records/saleOrder';
import { saleOrderLine } from '../../shared/odoo/records/saleOrderLine';
import { move, picking } from '../../shared/odoo/records/stock';
import { readCustomers } from './customers';
import type { OpenOrder } from './facts';
import { readProductUnits } from './productUnits';
import { toOpenMoves } from './toOpenMoves';

const ORDER_FIELDS = [
	'id',
	'name',
	'state',
	'partner_id',
	'company_id',
	'currency_id',
	'currency_rate',
	'date_order',
	'commitment_date',
	'picking_policy',
	'tag_ids',
] as const;
const LINE_FIELDS = [
	'id',
	'order_id',
	'product_id',
	'product_uom_id',
	'product_uom_qty',
	'price_subtotal',
] as const;
const MOVE_FIELDS = [
	'id',
	'state',
	'product_id',
	'product_uom',
	'product_uom_qty',
	'product_qty',
	'quantity',
	'picked',
	'procure_method',
	'priority',
	'priority',
	'date',
	'create_date',
	'date_deadline',
	'picking_id',
	'picking_type_id',
	'sale_line_id',
	'location_id',
	'location_dest_id',
	'move_orig_ids',
	'move_dest_ids',
] as const;
const PICKING_FIELDS = [
	'id',
	'name',
	'state',
	'priority',
	'sale_id',
	'picking_type_id',
	'move_type',
	'scheduled_date',
] as const;

export type OrderRecord = RecordOf<typeof saleOrder, (typeof ORDER_FIELDS)[number]>;
export type LineRecord = RecordOf<typeof saleOrderLine, (typeof LINE_FIELDS)[number]>;
export type MoveRecord = RecordOf<typeof move, (typeof MOVE_FIELDS)[number]>;
export type PickingRecord = RecordOf<typeof picking, (typeof PICKING_FIELDS)[number]>;

export const OPEN_STATES = ['waiting', 'confirmed', 'partially_available', 'assigned'] as const;

/**
 * Goods that come back from the customer or go there straight from the vendor are not ours to reserve.
 * Moves of a transfer count even when somebody added them by hand: reserving the transfer reserves them too.
 */
const movesOf = (orderIds: readonly number[]): OdooDomain => [
	['state', 'in', OPEN_STATES],
	['location_id.usage', 'in', ['internal', 'transit']],
	...anyOf([[['sale_line_id.order_id', 'in', orderIds]], [['picking_id.sale_id', 'in', orderIds]]]),
];

/** What only some policies ask for. */
export interface OrderNeeds {
	/** Whether branches of one customer count as one. */
	readonly accounts: boolean;
	readonly customerTags: boolean;
}

/** The orders with everything of them that is still to leave, in six to eight calls however many they are. */
export const readOpenOrders = async (
	client: OdooClient,
	orderIds: readonly number[],
	needs: OrderNeeds,
): Promise<OpenOrder[]> => {
	const [orders, lines, moves] = await Promise.all([
		client.read(saleOrder, ORDER_FIELDS, orderIds),
		client.searchIn(saleOrderLine, LINE_FIELDS, 'order_id', orderIds, [
			['display_type', '=', false],
		]),
		client.search(move, MOVE_FIELDS, movesOf(orderIds), { order: 'id' }),
	]);
	const [pickings, units, customers] = await Promise.all([
		client.read(
			picking,
			PICKING_FIELDS,
			moves.flatMap(({ picking_id: transfer }) => transfer?.id ?? []),
		),
		readProductUnits(client, moves),
		readCustomers(
			client,
			orders.flatMap(({ partner_id: customer }) => customer?.id ?? []),
			needs,
		),
	]);
	const movesByOrder = toOpenMoves({ lines, moves, pickings, units });
	return orders.map((order) => {
		const transfers = pickings.filter(({ sale_id: sale }) => sale?.id === order.id);
		const customerId = order.partner_id?.id ?? 0;
		return {
			id: order.id,
			reference: order.name,
			state: order.state === 'done' ? 'sale' : order.state,
			customerId,
			...customers(customerId),
			companyId: order.company_id?.id ?? 0,
			currency: order.currency_id?.name ?? '',
			currencyRate: order.currency_rate || 1,
			orderedAt: order.date_order,
			requestedAt: order.commitment_date,
			shipsComplete:
				order.picking_policy === 'one' || transfers.some(({ move_type: type }) => type === 'one'),
			isUrgent: transfers.some(({ priority }) => priority === '1'),
			tagIds: order.tag_ids,
			moves: movesByOrder.get(order.id) ?? [],
		};
	});
};

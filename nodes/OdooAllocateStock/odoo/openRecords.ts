import type { RecordOf } from '../../shared/odoo/records/record';
import type { saleOrder } from '../../shared/odoo/records/saleOrder';
import type { saleOrderLine } from '../../shared/odoo/records/saleOrderLine';
import type { move, picking } from '../../shared/odoo/records/stock';

export const ORDER_FIELDS = [
	'id',
	'state',
	'partner_id',
	'currency_id',
	'currency_rate',
	'date_order',
	'commitment_date',
	'picking_policy',
	'tag_ids',
] as const;
export const LINE_FIELDS = [
	'id',
	'order_id',
	'product_id',
	'product_uom_id',
	'product_uom_qty',
	'price_subtotal',
] as const;
export const MOVE_FIELDS = [
	'id',
	'product_id',
	'product_uom',
	'product_qty',
	'quantity',
	'picked',
	'procure_method',
	'priority',
	'date',
	'create_date',
	'date_deadline',
	'picking_id',
	'picking_type_id',
	'sale_line_id',
	'location_id',
	'move_orig_ids',
	'move_dest_ids',
] as const;
export const PICKING_FIELDS = ['id', 'priority', 'sale_id', 'move_type', 'scheduled_date'] as const;

export type OrderRecord = RecordOf<typeof saleOrder, (typeof ORDER_FIELDS)[number]>;
export type LineRecord = RecordOf<typeof saleOrderLine, (typeof LINE_FIELDS)[number]>;
export type MoveRecord = RecordOf<typeof move, (typeof MOVE_FIELDS)[number]>;
export type PickingRecord = RecordOf<typeof picking, (typeof PICKING_FIELDS)[number]>;

/** Of a move that is still to be done. */
export const OPEN_STATES = ['waiting', 'confirmed', 'partially_available', 'assigned'] as const;

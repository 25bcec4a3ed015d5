import { dateTime, flag, id, ids, many2one, number, optionalText, text } from './fields';
import { defineRecord } from './record';

export const picking = defineRecord('stock.picking', {
	id,
	name: text,
	/** `draft`, `waiting`, `confirmed`, `assigned`, `done`, `cancel`. */
	state: text,
	/** `direct` ships what there is, `one` waits for everything. */
	move_type: text,
	/** `0` normal, `1` urgent. */
	priority: text,
	origin: optionalText,
	partner_id: many2one,
	company_id: many2one,
	sale_id: many2one,
	picking_type_id: many2one,
	location_id: many2one,
	location_dest_id: many2one,
	scheduled_date: dateTime,
	date_deadline: dateTime,
	date_done: dateTime,
	write_date: dateTime,
	move_ids: ids,
	is_signed: flag,
	carrier_tracking_ref: optionalText,
	picking_type_code: text,
});

export const move = defineRecord('stock.move', {
	id,
	/** `draft`, `waiting`, `confirmed`, `partially_available`, `assigned`, `done`, `cancel`. */
	state: text,
	product_id: many2one,
	product_uom: many2one,
	product_uom_qty: number,
	/** Demand in the product's own unit. */
	product_qty: number,
	/** Reserved, or done once the move is done; in the move's unit. */
	quantity: number,
	picked: flag,
	procure_method: text,
	priority: text,
	date: dateTime,
	create_date: dateTime,
	date_deadline: dateTime,
	company_id: many2one,
	picking_id: many2one,
	picking_type_id: many2one,
	sale_line_id: many2one,
	location_id: many2one,
	location_dest_id: many2one,
	warehouse_id: many2one,
	move_orig_ids: ids,
	move_dest_ids: ids,
	to_refund: flag,
});

export const pickingType = defineRecord('stock.picking.type', {
	id,
	name: text,
	/** `incoming`, `outgoing`, `internal`. */
	code: text,
	warehouse_id: many2one,
	company_id: many2one,
	/** `at_confirm`, `manual`, `by_date`; empty before Odoo 15. */
	reservation_method: optionalText,
});

export const quant = defineRecord('stock.quant', {
	id,
	product_id: many2one,
	location_id: many2one,
	lot_id: many2one,
	package_id: many2one,
	owner_id: many2one,
	company_id: many2one,
	quantity: number,
	reserved_quantity: number,
});

export const warehouse = defineRecord('stock.warehouse', {
	id,
	name: text,
	code: text,
	company_id: many2one,
	lot_stock_id: many2one,
	/** The operation type of its deliveries. */
	out_type_id: many2one,
	/** `ship_only`, `pick_ship`, `pick_pack_ship`. */
	delivery_steps: text,
});

export const location = defineRecord('stock.location', {
	id,
	/** With its parents, as `WH/Stock/Shelf 1`. */
	complete_name: text,
	/** Ids from the top, as `4/5/`. */
	parent_path: text,
	/** `internal`, `customer`, `supplier`, `transit`, … */
	usage: text,
	warehouse_id: many2one,
	company_id: many2one,
});

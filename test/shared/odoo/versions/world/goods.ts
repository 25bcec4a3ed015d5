import type { Row } from './matches';
import { also, at, written, type Records } from './values';

const transfer = (id: number, more: Row = {}): Row => ({
	...written,
	name: `WH/OUT/0000${id}`,
	state: 'confirmed',
	move_type: 'direct',
	priority: '0',
	partner_id: 11,
	company_id: 1,
	sale_id: id,
	picking_type_id: 1,
	picking_type_code: 'outgoing',
	location_id: 8,
	location_dest_id: 5,
	scheduled_date: at(-1),
	date_deadline: at(-1),
	...also([id], 'move_ids', 'move_lines'),
	...more,
});

const stockMove = (id: number, more: Row = {}): Row => ({
	...written,
	state: 'confirmed',
	product_id: 1,
	product_uom: 1,
	product_uom_qty: 5,
	product_qty: 5,
	...also(0, 'quantity', 'reserved_availability', 'quantity_done'),
	procure_method: 'make_to_stock',
	priority: '0',
	date: at(-1),
	date_deadline: at(-1),
	company_id: 1,
	picking_id: id,
	picking_type_id: 1,
	sale_line_id: id,
	location_id: 8,
	location_dest_id: 5,
	warehouse_id: 1,
	...more,
});

const product = (more: Row = {}): Row => ({
	name: 'A chair',
	display_name: 'A chair',
	default_code: 'CHAIR',
	active: true,
	is_storable: true,
	detailed_type: 'product',
	type: 'product',
	invoice_policy: 'delivery',
	uom_id: 1,
	product_tmpl_id: 1,
	tracking: 'none',
	standard_price: 60,
	...more,
});

const location = (id: number, name: string, usage: string, more: Row = {}): Row => ({
	complete_name: name,
	parent_path: `${id}/`,
	usage,
	company_id: 1,
	...more,
});

/**
 * A distributor in small: two orders confirmed and one quoted, one delivered and to be invoiced, goods for the rest,
 * invoices open and paid, and all that hangs on them.
/** Two warehouses with too little of one article, a receipt on its way, and another article that could replace it. */
export const goods: Records = {
	'product.template': { 1: { name: 'A chair', optional_product_ids: [1] } },
	'product.product': {
		1: product(),
		2: product({ default_code: 'STOOL', name: 'A stool', display_name: 'A stool' }),
	},
	'stock.picking': {
		1: transfer(1, { state: 'done', date_done: at(-1) }),
		2: transfer(2),
		3: transfer(3, { sale_id: 2, state: 'assigned', ...also([3], 'move_ids', 'move_lines') }),
		6: transfer(6, { state: 'done', date_done: at(-1) }),
		4: transfer(4, { state: 'done', date_done: at(-1) }),
		9: transfer(9, {
			sale_id: false,
			picking_type_id: 2,
			picking_type_code: 'incoming',
			location_id: 4,
			location_dest_id: 8,
		}),
	},
	'stock.move': {
		1: stockMove(1, { state: 'done', ...also(5, 'quantity', 'quantity_done') }),
		2: stockMove(2, { product_uom_qty: 9, product_qty: 9 }),
		3: stockMove(3, {
			state: 'assigned',
			sale_line_id: 2,
			...also(1, 'quantity', 'reserved_availability'),
		}),
		4: stockMove(4, { state: 'done', ...also(5, 'quantity', 'quantity_done') }),
		6: stockMove(6, { state: 'done', ...also(5, 'quantity', 'quantity_done') }),
		9: stockMove(9, {
			sale_line_id: false,
			picking_type_id: 2,
			location_id: 4,
			location_dest_id: 8,
			product_uom_qty: 50,
			product_qty: 50,
		}),
	},
	'stock.picking.type': {
		1: {
			name: 'Delivery Orders',
			code: 'outgoing',
			warehouse_id: 1,
			company_id: 1,
			reservation_method: 'at_confirm',
		},
		2: { name: 'Receipts', code: 'incoming', warehouse_id: 1, company_id: 1 },
		3: { name: 'Delivery Orders', code: 'outgoing', warehouse_id: 2, company_id: 1 },
	},
	'stock.warehouse': {
		1: {
			name: 'Main',
			code: 'WH',
			company_id: 1,
			lot_stock_id: 8,
			out_type_id: 1,
			delivery_steps: 'ship_only',
			view_location_id: 7,
		},
		2: {
			name: 'Second',
			code: 'W2',
			company_id: 1,
			lot_stock_id: 18,
			out_type_id: 3,
			delivery_steps: 'ship_only',
			view_location_id: 17,
		},
	},
	'stock.location': {
		4: location(4, 'Partners/Vendors', 'supplier'),
		5: location(5, 'Partners/Customers', 'customer'),
		8: location(8, 'WH/Stock', 'internal', { warehouse_id: 1 }),
		18: location(18, 'W2/Stock', 'internal', { warehouse_id: 2 }),
	},
	'stock.quant': {
		1: { product_id: 1, location_id: 8, quantity: 4, reserved_quantity: 1, company_id: 1 },
		2: { product_id: 1, location_id: 8, quantity: 0, reserved_quantity: 0, company_id: 1 },
		3: { product_id: 2, location_id: 8, quantity: 30, reserved_quantity: 0, company_id: 1 },
		4: { product_id: 1, location_id: 18, quantity: 100, reserved_quantity: 0, company_id: 1 },
	},
};

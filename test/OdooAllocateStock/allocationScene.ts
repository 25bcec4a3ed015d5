import { z } from 'zod';

import type { OdooClient, OdooValues } from '../../nodes/shared/odoo/OdooClient';
import type { Json } from '../../nodes/shared/odoo/OdooTransport';
import { makeCustomer } from '../support/scene/customers';
import { uniqueCode, uniqueName } from '../support/scene/names';
import { notesOn } from '../support/scene/notes';
import { quote, sell, type SceneOrder } from '../support/scene/orders';
import { makeProducts } from '../support/scene/products';
import { many2one, recordsOf, type Records } from '../support/scene/records';
import { shelve } from '../support/scene/stock';

export interface SceneWarehouse {
	readonly id: number;
	readonly stockId: number;
	readonly outTypeId: number;
}

export interface AllocationOrder {
	readonly customer: number;
	readonly warehouse: SceneWarehouse;
	/** Quantity by product. */
	readonly lines: readonly (readonly [product: number, quantity: number, values?: OdooValues])[];
	readonly values?: OdooValues;
}

const noneOrOne = many2one.or(z.literal(false));
const warehouseRow = z.object({
	lot_stock_id: many2one,
	out_type_id: many2one,
	pick_type_id: noneOrOne,
});
const moveRows = z.array(
	z.object({
		id: z.number(),
		product_id: many2one,
		quantity: z.number(),
		product_uom_qty: z.number(),
		state: z.string(),
		picked: z.boolean(),
		picking_id: noneOrOne,
		location_id: many2one,
		sale_line_id: noneOrOne,
	}),
);
const quantRows = z.array(
	z.object({ location_id: many2one, quantity: z.number(), reserved_quantity: z.number() }),
);

const makeWarehouse = async (odoo: Records, values: OdooValues): Promise<SceneWarehouse> => {
	const id = await odoo.one('stock.warehouse', {
		name: uniqueName('Allocation'),
		code: uniqueCode(),
		...values,
	});
	const fields = ['lot_stock_id', 'out_type_id', 'pick_type_id'];
	const [row] = await odoo.find('stock.warehouse', [['id', '=', id]], fields);
	const {
		lot_stock_id: stockId,
		out_type_id: outTypeId,
		pick_type_id: pickTypeId,
	} = warehouseRow.parse(row);
	const types = [outTypeId, ...(pickTypeId ? [pickTypeId] : [])];
	await odoo.write('stock.picking.type', types, { reservation_method: 'manual' });
	return { id, stockId, outTypeId };
};

const stockProducts = async (
	odoo: Records,
	warehouse: SceneWarehouse,
	onHand: readonly number[],
	values: OdooValues,
): Promise<number[]> => {
	const products = await makeProducts(
		odoo,
		onHand.map(() => ({ is_storable: true, list_price: 10, ...values })),
	);
	const goods = products.flatMap((product, index) => {
		const quantity = onHand[index] ?? 0;
		return quantity === 0 ? [] : [{ product, location: warehouse.stockId, quantity }];
	});
	await shelve(odoo, goods);
	return products;
};

const toOrder = ({ customer, warehouse, lines, values }: AllocationOrder): SceneOrder => ({
	customer,
	lines: lines.map(([product, quantity, more]) => ({ product, quantity, values: more })),
	values: { warehouse_id: warehouse.id, ...values },
});

/** Warehouses, their goods and the orders for them, with an administrator's rights. */
export const allocationScene = (client: OdooClient) => {
	const odoo = recordsOf(client);
	const movesOf = async (orderIds: readonly number[]) =>
		moveRows.parse(
			await odoo.find(
				'stock.move',
				[
					['sale_line_id.order_id', 'in', [...orderIds]],
					['state', 'not in', ['done', 'cancel']],
					['move_orig_ids', '=', false],
				],
				[
					'product_id',
					'quantity',
					'product_uom_qty',
					'state',
					'picked',
					'picking_id',
					'location_id',
					'sale_line_id',
				],
			),
		);
	const products = async (
		warehouse: SceneWarehouse,
		onHand: readonly number[],
		values: OdooValues = {},
	) => await stockProducts(odoo, warehouse, onHand, values);
	return {
		...odoo,
		/** A warehouse of its own, that reserves nothing by itself: what is reserved, the test or the node reserved. */
		warehouse: async (values: OdooValues = {}) => await makeWarehouse(odoo, values),
		/** Storable products with so many on the shelf. */
		products,
		product: async (warehouse: SceneWarehouse, onHand: number, values?: OdooValues) =>
			(await products(warehouse, [onHand], values))[0] ?? 0,
		shelve: async (product: number, location: number, quantity: number, values?: OdooValues) =>
			await shelve(odoo, [{ product, location, quantity, values }]),
		customer: async (values: OdooValues = {}) => await makeCustomer(odoo, values),
		quotations: async (orders: readonly AllocationOrder[]) =>
			await quote(odoo, orders.map(toOrder)),
		/** Confirmed orders, in this order. */
		orders: async (orders: readonly AllocationOrder[]) => await sell(odoo, orders.map(toOrder)),
		/** The id in a field of the first record found. */
		idIn: async (model: string, domain: Json, field: string) => {
			const [row] = await odoo.find(model, domain, [field]);
			return z.union([z.number(), many2one]).parse(row?.[field]);
		},
		/** What Odoo holds for the orders: their open moves that take from stock, one after the other. */
		movesOf,
		reservedOf: async (orderIds: readonly number[]) =>
			(await movesOf(orderIds)).map(({ quantity }) => quantity),
		/** Every stock record of the product in internal locations, as Odoo has it. */
		quantsOf: async (product: number) =>
			quantRows.parse(
				await odoo.find(
					'stock.quant',
					[
						['product_id', '=', product],
						['location_id.usage', '=', 'internal'],
					],
					['location_id', 'quantity', 'reserved_quantity'],
				),
			),
		/** What the notes on an order say. */
		notesOf: async (orderId: number) =>
			(await notesOn(odoo, 'allocation-', [orderId])).map(({ body }) => String(body)),
	};
};

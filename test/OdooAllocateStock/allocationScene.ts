import { z } from 'zod';

import type { Json } from '../../nodes/shared/odoo/OdooTransport';
import type { OdooClient } from '../../nodes/shared/odoo/OdooClient';

const ids = z.array(z.number());
const oneId = ids.transform(([id]) => id ?? 0);
let count = 0;

/** A name that no other suite on the same database uses. */
export const unique = (word: string): string =>
	`${word} ${Date.now().toString(36)}${(count += 1).toString(36)}`;

type Values = { readonly [field: string]: Json };

const create = async (
	admin: OdooClient,
	model: string,
	values: readonly Values[],
): Promise<number[]> =>
	ids.parse(await admin.call(model, 'create', { args: { vals_list: values } }));

export const createOne = async (
	admin: OdooClient,
	model: string,
	values: Values,
): Promise<number> => oneId.parse(await create(admin, model, [values]));

const many2one = z.tuple([z.number(), z.string()]).transform(([id]) => id);

export interface SceneWarehouse {
	readonly id: number;
	readonly stockId: number;
	readonly outTypeId: number;
}

/** A warehouse of its own, that reserves nothing by itself: what is reserved, the test or the node reserved. */
export const makeWarehouse = async (
	admin: OdooClient,
	values: Values = {},
): Promise<SceneWarehouse> => {
	const code = `${Date.now().toString(36).slice(-4)}${(count += 1).toString(36)}`.toUpperCase();
	const id = await createOne(admin, 'stock.warehouse', {
		name: unique('Allocation'),
		code,
		...values,
	});
	const [row] = z
		.array(
			z.object({
				lot_stock_id: many2one,
				out_type_id: many2one,
				pick_type_id: many2one.or(z.literal(false)),
			}),
		)
		.parse(
			await admin.call('stock.warehouse', 'read', {
				ids: [id],
				args: { fields: ['lot_stock_id', 'out_type_id', 'pick_type_id'] },
			}),
		);
	const types = [row?.out_type_id ?? 0, ...(row?.pick_type_id ? [row.pick_type_id] : [])];
	await admin.write('stock.picking.type', types, { reservation_method: 'manual' });
	return { id, stockId: row?.lot_stock_id ?? 0, outTypeId: row?.out_type_id ?? 0 };
};

/** A storable product with so many on the shelf. */
export const makeProduct = async (
	admin: OdooClient,
	warehouse: SceneWarehouse,
	onHand: number,
	values: Values = {},
): Promise<number> => {
	const [id = 0] = await makeProducts(admin, warehouse, [onHand], values);
	return id;
};

export const makeProducts = async (
	admin: OdooClient,
	warehouse: SceneWarehouse,
	onHand: readonly number[],
	values: Values = {},
): Promise<number[]> => {
	const products = await create(
		admin,
		'product.product',
		onHand.map(() => ({
			name: unique('Allocated'),
			type: 'consu',
			is_storable: true,
			list_price: 10,
			...values,
		})),
	);
	const stocked = products.flatMap((product_id, index) => {
		const inventory_quantity = onHand[index] ?? 0;
		return inventory_quantity === 0
			? []
			: [{ product_id, location_id: warehouse.stockId, inventory_quantity }];
	});
	if (stocked.length === 0) return products;
	const quants = ids.parse(
		await admin.call('stock.quant', 'create', {
			args: { vals_list: stocked },
			context: { inventory_mode: true },
		}),
	);
	await admin.call('stock.quant', 'action_apply_inventory', { ids: quants });
	return products;
};

/** Puts goods on a shelf, as an inventory count does. */
export const shelve = async (
	admin: OdooClient,
	product_id: number,
	location_id: number,
	inventory_quantity: number,
	values: Values = {},
): Promise<void> => {
	const quants = ids.parse(
		await admin.call('stock.quant', 'create', {
			args: { vals_list: [{ product_id, location_id, inventory_quantity, ...values }] },
			context: { inventory_mode: true },
		}),
	);
	await admin.call('stock.quant', 'action_apply_inventory', { ids: quants });
};

/** The id in a field of the first record found. */
export const readField = async (
	admin: OdooClient,
	model: string,
	domain: readonly (readonly [string, string, Json])[],
	field: string,
): Promise<number> => {
	const rows = z.array(z.record(z.unknown())).parse(
		await admin.call(model, 'search_read', {
			args: { domain, fields: [field], limit: 1, order: 'id' },
		}),
	);
	return z.union([z.number(), many2one]).parse(rows[0]?.[field]);
};

export const makeCustomer = async (admin: OdooClient, values: Values = {}): Promise<number> =>
	await createOne(admin, 'res.partner', { name: unique('Allocation customer'), ...values });

export interface SceneOrder {
	readonly customer: number;
	readonly warehouse: SceneWarehouse;
	/** Quantity by product. */
	readonly lines: readonly (readonly [product: number, quantity: number, values?: Values])[];
	readonly values?: Values;
}

/** Confirmed orders, in this order. */
export const makeOrders = async (
	admin: OdooClient,
	orders: readonly SceneOrder[],
	confirm = true,
): Promise<number[]> => {
	const made = await create(
		admin,
		'sale.order',
		orders.map(({ customer, warehouse, lines, values }) => ({
			partner_id: customer,
			warehouse_id: warehouse.id,
			order_line: lines.map(([product_id, product_uom_qty, more]) => [
				0,
				0,
				{ product_id, product_uom_qty, ...more },
			]),
			...values,
		})),
	);
	if (confirm) await admin.call('sale.order', 'action_confirm', { ids: made });
	return made;
};

const moveRows = z.array(
	z.object({
		id: z.number(),
		product_id: many2one,
		quantity: z.number(),
		product_uom_qty: z.number(),
		state: z.string(),
		picked: z.boolean(),
		picking_id: many2one.or(z.literal(false)),
		location_id: many2one,
		sale_line_id: many2one.or(z.literal(false)),
	}),
);

/** What Odoo holds for the orders: their open moves that take from stock, one after the other. */
export const movesOf = async (admin: OdooClient, orderIds: readonly number[]) =>
	moveRows.parse(
		await admin.call('stock.move', 'search_read', {
			args: {
				domain: [
					['sale_line_id.order_id', 'in', [...orderIds]],
					['state', 'not in', ['done', 'cancel']],
					['move_orig_ids', '=', false],
				],
				fields: [
					'product_id',
					'quantity',
					'product_uom_qty',
					'state',
					'picked',
					'picking_id',
					'location_id',
					'sale_line_id',
				],
				order: 'id',
			},
		}),
	);

export const reservedOf = async (
	admin: OdooClient,
	orderIds: readonly number[],
): Promise<number[]> => (await movesOf(admin, orderIds)).map(({ quantity }) => quantity);

const quantRows = z.array(
	z.object({ location_id: many2one, quantity: z.number(), reserved_quantity: z.number() }),
);

/** Every stock record of the product in internal locations, as Odoo has it. */
export const quantsOf = async (admin: OdooClient, product: number) =>
	quantRows.parse(
		await admin.call('stock.quant', 'search_read', {
			args: {
				domain: [
					['product_id', '=', product],
					['location_id.usage', '=', 'internal'],
				],
				fields: ['location_id', 'quantity', 'reserved_quantity'],
			},
		}),
	);

/** Notes on an order, the newest first. */
export const notesOf = async (admin: OdooClient, orderId: number): Promise<string[]> =>
	z
		.array(z.object({ body: z.string() }))
		.parse(
			await admin.call('mail.message', 'search_read', {
				args: {
					domain: [
						['model', '=', 'sale.order'],
						['res_id', '=', orderId],
						['message_id', '=like', '<allocation-%'],
					],
					fields: ['body'],
				},
			}),
		)
		.map(({ body }) => body);

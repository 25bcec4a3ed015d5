import type { OdooValues } from '../../../nodes/shared/odoo/OdooClient';
import type { Records } from './records';

export interface SceneLine {
	readonly product: number;
	readonly quantity?: number;
	/** The product's own without it. */
	readonly price?: number;
	readonly values?: OdooValues;
}

export interface SceneOrder {
	readonly customer: number;
	readonly lines: readonly SceneLine[];
	readonly values?: OdooValues;
}

/** Quotations, in this order. */
export const quote = async (odoo: Records, orders: readonly SceneOrder[]): Promise<number[]> =>
	await odoo.create(
		'sale.order',
		orders.map(({ customer, lines, values }) => ({
			partner_id: customer,
			order_line: lines.map(({ product, quantity = 1, price, values: more }) => [
				0,
				0,
				{
					product_id: product,
					product_uom_qty: quantity,
					...(price === undefined ? {} : { price_unit: price }),
					...more,
				},
			]),
			...values,
		})),
	);

export const confirm = async (odoo: Records, orderIds: readonly number[]): Promise<unknown> =>
	await odoo.call('sale.order', 'action_confirm', { ids: orderIds });

/** Confirmed orders, in this order. */
export const sell = async (odoo: Records, orders: readonly SceneOrder[]): Promise<number[]> => {
	const made = await quote(odoo, orders);
	await confirm(odoo, made);
	return made;
};

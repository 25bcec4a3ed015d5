import type { OdooValues } from '../../../nodes/shared/odoo/OdooClient';
import { many2one, type Records } from './records';

export interface Shelved {
	readonly product: number;
	readonly location: number;
	readonly quantity: number;
	readonly values?: OdooValues;
}

/** Puts goods on shelves, as an inventory count does. */
export const shelve = async (odoo: Records, goods: readonly Shelved[]): Promise<void> => {
	if (goods.length === 0) return;
	const quants = await odoo.create(
		'stock.quant',
		goods.map(({ product, location, quantity, values }) => ({
			product_id: product,
			location_id: location,
			inventory_quantity: quantity,
			...values,
		})),
		{ inventory_mode: true },
	);
	await odoo.call('stock.quant', 'action_apply_inventory', { ids: quants });
};

/** Where the first company's warehouse keeps its goods. */
export const firstShelf = async (odoo: Records): Promise<number> => {
	const [warehouse] = await odoo.find(
		'stock.warehouse',
		[['company_id', '=', 1]],
		['lot_stock_id'],
	);
	return many2one.parse(warehouse?.lot_stock_id);
};

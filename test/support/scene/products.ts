import type { OdooValues } from '../../../nodes/shared/odoo/OdooClient';
import { uniqueName } from './names';
import type { Records } from './records';

/** On invoices and orders of these nobody pays tax. */
export const UNTAXED = [[6, 0, []]] as const;

/** Goods at 100 of which Odoo keeps no stock, unless the values say otherwise. */
export const makeProducts = async (
	odoo: Records,
	records: readonly OdooValues[],
): Promise<number[]> =>
	await odoo.create(
		'product.product',
		records.map((values) => ({
			name: uniqueName('Product'),
			type: 'consu',
			is_storable: false,
			list_price: 100,
			...values,
		})),
	);

export const makeProduct = async (odoo: Records, values: OdooValues = {}): Promise<number> =>
	(await makeProducts(odoo, [values]))[0] ?? 0;

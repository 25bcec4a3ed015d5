import type { OdooClient } from '../../shared/odoo/OdooClient';
import { warehouse } from '../../shared/odoo/records/stock';

/** A warehouse that ships in one step: another's order can be moved to it as it is. */
export interface ShippingWarehouse {
	readonly stockId: number;
	readonly deliveryTypeId: number;
}

/** The warehouses that could serve another's order, the first in Odoo's order preferred: one call. */
export const readShippingWarehouses = async (client: OdooClient): Promise<ShippingWarehouse[]> => {
	const found = await client.search(
		warehouse,
		['id', 'lot_stock_id', 'out_type_id'],
		[['delivery_steps', '=', 'ship_only']],
		{ order: 'sequence, id' },
	);
	return found.flatMap(({ lot_stock_id: stock, out_type_id: type }) =>
		stock && type ? [{ stockId: stock.id, deliveryTypeId: type.id }] : [],
	);
};

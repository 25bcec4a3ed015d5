import type { OdooClient } from '../../shared/odoo/OdooClient';

/** Odoo's own daily housekeeping of stock records, which opening the inventory runs at once. */
export const writeMergedQuants = async (client: OdooClient): Promise<unknown> =>
	await client.call('stock.quant', 'action_view_inventory', {});

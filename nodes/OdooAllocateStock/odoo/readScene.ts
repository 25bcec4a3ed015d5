import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { OpenOrder } from './facts';
import { readCompetitors } from './readCompetitors';
import type { CustomerNeeds } from './readCustomers';
import { readOpenOrders } from './readOpenOrders';
import { readStock, type StockView } from './readStock';
import type { AllocationSettings } from './settings';
import { readShippingWarehouses, type ShippingWarehouse } from './readWarehouses';

/** Everything a run decides about. */
export interface Scene {
	/** The orders of the run. */
	readonly orders: readonly OpenOrder[];
	/** Others that compete with them and may lose or gain. */
	readonly competitors: readonly OpenOrder[];
	readonly warehouses: readonly ShippingWarehouse[];
	readonly stock: StockView;
}

const needsOf = ({ rules, overrides }: AllocationSettings): CustomerNeeds => ({
	accounts: rules.customerCap < 1,
	customerTags: overrides.length > 0,
});

/** Reads it all, in calls that do not grow with the number of orders. */
export const readScene = async (
	client: OdooClient,
	orderIds: readonly number[],
	settings: AllocationSettings,
): Promise<Scene> => {
	const needs = needsOf(settings);
	const orders = await readOpenOrders(client, orderIds, needs);
	const competitors =
		settings.scope === 'openDemand' ? await readCompetitors(client, orders, needs) : [];
	const moves = [...orders, ...competitors].flatMap((order) => order.moves);
	const warehouses = settings.otherWarehouses ? await readShippingWarehouses(client) : [];
	const places = [
		...moves.map(({ locationId }) => locationId),
		...warehouses.map(({ stockId }) => stockId),
	];
	const grains = new Map(moves.map(({ product, unit }) => [product.id, unit.grain]));
	return { orders, competitors, warehouses, stock: await readStock(client, places, grains) };
};

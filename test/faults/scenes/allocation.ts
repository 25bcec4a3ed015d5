import { OdooAllocateStock } from '../../../nodes/OdooAllocateStock/OdooAllocateStock.node';
import {
	makeCustomer,
	makeOrders,
	makeProduct,
	makeWarehouse,
} from '../../OdooAllocateStock/allocationScene';
import { axiosClient } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';
import type { Scene } from './scene';

/** Ten pieces for three orders of six, so that one gets all, one a part and one nothing. */
export const allocationFaults: Scene = {
	name: 'Allocate Stock',
	type: new OdooAllocateStock(),
	parameters: { policy: 'firstCome', remainder: 'warn' },
	async build() {
		const admin = axiosClient(liveOdoo().admin);
		const warehouse = await makeWarehouse(admin);
		const product = await makeProduct(admin, warehouse, 10);
		const customer = await makeCustomer(admin);
		const order = { customer, warehouse, lines: [[product, 6] as const] };
		const orders = await makeOrders(admin, [order, order, order]);
		return { items: orders.map((id) => ({ order: { id } })) };
	},
};

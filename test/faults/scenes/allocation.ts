import { z } from 'zod';

import { OdooAllocateStock } from '../../../nodes/OdooAllocateStock/OdooAllocateStock.node';
import { allocationScene } from '../../OdooAllocateStock/allocationScene';
import { axiosClient } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';
import { claimed } from './claims';
import type { Scene } from './scene';

const allocation = z.object({
	allocation: z.object({ lines: z.array(z.object({ allocated: z.number() })) }),
});

/** Ten pieces for three orders of six, so that one gets all, one a part and one nothing. */
export const allocationFaults: Scene = {
	name: 'Allocate Stock',
	type: new OdooAllocateStock(),
	parameters: { policy: 'firstCome', strategy: 'redistribute', remainder: 'warn' },
	async build() {
		const scene = allocationScene(axiosClient(liveOdoo().admin));
		const warehouse = await scene.warehouse();
		const product = await scene.product(warehouse, 10);
		const customer = await scene.customer();
		const order = { customer, warehouse, lines: [[product, 6] as const] };
		const orders = await scene.orders([order, order, order]);
		// What the last one holds goes to the first.
		const held = await scene.movesOf(orders.slice(-1));
		const pickings = held.flatMap(({ picking_id: picking }) => picking || []);
		await scene.call('stock.picking', 'action_assign', { ids: pickings });
		return { items: orders.map((id) => ({ order: { id } })) };
	},
	falseClaims: (run, held) =>
		claimed(run, allocation).flatMap(({ orderId, claim }) => {
			const reserved = held
				.all('stock.move')
				.filter(({ sale_line_id: line }) => {
					const row = held.row('sale.order.line', Array.isArray(line) ? Number(line[0]) : 0);
					return Array.isArray(row?.order_id) && row.order_id[0] === orderId;
				})
				.reduce((sum, { quantity }) => sum + Number(quantity), 0);
			const said = claim.allocation.lines.reduce((sum, line) => sum + line.allocated, 0);
			return said === reserved ? [] : [`order ${orderId} claims ${said}, ${reserved} are reserved`];
		}),
};

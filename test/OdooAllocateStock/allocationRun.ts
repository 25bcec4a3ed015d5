import type { IDataObject } from 'n8n-workflow';

import { OdooAllocateStock } from '../../nodes/OdooAllocateStock/OdooAllocateStock.node';
import { runNode } from '../support/engine';
import type { liveOdoo } from '../support/liveOdoo';

/** Runs the node in n8n's engine over these orders against the real Odoo; its allocations by output. */
export const allocateOrders = async (
	odoo: ReturnType<typeof liveOdoo>,
	orderIds: readonly number[],
	parameters: IDataObject = {},
) => {
	const { outputs, error } = await runNode({
		type: new OdooAllocateStock(),
		parameters: {
			orderId: { __rl: true, mode: 'id', value: '={{ $json.order.id }}' },
			...parameters,
		} as never,
		input: orderIds.map((id) => ({ json: { order: { id } } })),
		credentials: { odooOrderToCashApi: odoo.credential },
	});
	if (error) throw error;
	const [allocated = [], partial = [], short = []] = outputs.map((items) =>
		items.map(({ json }) => json),
	);
	return { allocated, partial, short };
};

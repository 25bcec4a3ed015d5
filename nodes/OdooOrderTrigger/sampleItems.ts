import type { INodeExecutionData } from 'n8n-workflow';

import type { EventQuery } from './odoo/eventSource';
import { sample } from './odoo/sample';
import type { OdooClient } from '../shared/odoo/OdooClient';
import { readOrderGraph } from '../shared/odoo/orderGraph';
import { toItem } from './items';

/** A few recent events of the chosen types, for the editor. Reads only. */
export const sampleItems = async (
	client: OdooClient,
	query: EventQuery,
): Promise<INodeExecutionData[]> => {
	const events = await sample(client, query);
	const orders = new Map(
		(
			await readOrderGraph(
				client,
				events.map(({ orderId }) => orderId),
			)
		).map((order) => [order.id, order]),
	);
	return events.flatMap((event) => {
		const order = orders.get(event.orderId);
		return order ? [toItem('manual')({ event, order, attempt: 1 })] : [];
	});
};

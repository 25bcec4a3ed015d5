import type { INodeExecutionData } from 'n8n-workflow';

import type { OrderEvent } from '../shared/core/events/orderEvent';
import type { OdooClient } from '../shared/odoo/OdooClient';
import { readOrders, toIso } from '../shared/odoo/order';

export type Channel = 'webhook' | 'sweep' | 'manual';

/** The envelope and the order as it is now. An order that was deleted since has no item. */
export const toItems = async (
	client: OdooClient,
	events: readonly OrderEvent[],
	channel: Channel,
): Promise<INodeExecutionData[]> => {
	const orders = await readOrders(client, [...new Set(events.map(({ orderId }) => orderId))]);
	const orderOf = new Map(orders.map((order) => [order.id, order]));
	return events.flatMap(({ id, type, occurredAt, orderId, document }) => {
		const order = orderOf.get(orderId);
		return order
			? [
					{
						json: {
							event: {
								id,
								type,
								occurredAt: toIso(occurredAt),
								channel,
								document: { ...document },
							},
							order,
						},
					},
				]
			: [];
	});
};

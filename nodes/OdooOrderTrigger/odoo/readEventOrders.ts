import { indexBy } from '../../shared/core/collections';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { Order } from '../../shared/odoo/order';
import { readOrderGraph } from '../../shared/odoo/orderGraph';
import type { Attempt } from '../../shared/traces/core/claims';
import type { OrderEvent } from '../core/orderEvent';

export interface Delivered {
	readonly event: OrderEvent;
	readonly order: Order;
	/** 1 the first time. */
	readonly attempt: number;
}

type Orders = ReadonlyMap<number, Order>;

/** By id; one call for 200 events, none when there are none. */
export const readEventOrders = async (
	client: OdooClient,
	events: readonly OrderEvent[],
): Promise<Orders> => {
	const orderIds = events.map(({ orderId }) => orderId);
	return indexBy(orderIds.length > 0 ? await readOrderGraph(client, orderIds) : [], ({ id }) => id);
};

/** An event whose order is gone is left out. */
export const withOrders = (attempts: readonly Attempt<OrderEvent>[], orders: Orders): Delivered[] =>
	attempts.flatMap(({ work: event, attempt }) => {
		const order = orders.get(event.orderId);
		return order ? [{ event, order, attempt }] : [];
	});

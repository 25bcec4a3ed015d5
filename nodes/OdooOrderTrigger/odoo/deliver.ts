import { decideDue, firstDeliveries, type Claim, type Delivery } from '../core/claim';
import type { OrderEvent } from '../core/orderEvent';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { Order } from '../../shared/odoo/order';
import { readOrderGraph } from '../../shared/odoo/orderGraph';
import { acknowledgementsOn } from './acknowledgements';
import { claim, type Claimant, type ClaimOptions } from './claims';

export interface Delivered {
	readonly event: OrderEvent;
	readonly order: Order;
	/** 1 the first time. */
	readonly attempt: number;
}

export interface Deliveries {
	readonly delivered: readonly Delivered[];
	readonly due: readonly Claim[];
}

/**
 * Takes events for this caller, each with its order: those that nobody took before. The orders are read first, so that
 * nothing that may fail comes after the claim. Three calls for 200 events.
 */
export const deliver = async (
	client: OdooClient,
	claimant: Claimant,
	deliveries: readonly Delivery[],
	options: ClaimOptions = {},
): Promise<Deliveries> => {
	const orderIds = deliveries.map(({ event }) => event.orderId);
	const orders = orderIds.length > 0 ? await readOrderGraph(client, orderIds) : [];
	const orderOf = new Map(orders.map((order) => [order.id, order]));
	const present = deliveries.filter(({ event }) => orderOf.has(event.orderId));
	const { won, due } = await claim(client, claimant, present, options);
	return {
		delivered: won.flatMap(({ event, attempt }) => {
			const order = orderOf.get(event.orderId);
			return order ? [{ event, order, attempt }] : [];
		}),
		due,
	};
};

export const deliverFirst = async (
	client: OdooClient,
	claimant: Claimant,
	events: readonly OrderEvent[],
	options: ClaimOptions = {},
): Promise<Deliveries> => await deliver(client, claimant, firstDeliveries(events), options);

export interface Redelivered {
	readonly delivered: readonly Delivered[];
	readonly givenUp: readonly OrderEvent[];
}

/** Delivers again what was claimed and never answered: n8n was stopped between the claim and the next node. */
export const redeliver = async (
	client: OdooClient,
	claimant: Claimant,
	due: readonly Claim[],
): Promise<Redelivered> => {
	if (due.length === 0) return { delivered: [], givenUp: [] };
	const acknowledged = await acknowledgementsOn(
		client,
		due.map(({ event }) => event.orderId),
	);
	const { again, givenUp } = decideDue(due, acknowledged);
	return { delivered: (await deliver(client, claimant, again)).delivered, givenUp };
};

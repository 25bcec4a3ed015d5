import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { Claim } from '../../shared/traces/core/claims';
import { claim, type Claimant, type Claiming } from '../../shared/traces/odoo/claims';
import type { OrderEvent } from '../core/orderEvent';
import { eventClaims } from './eventClaims';
import { readEventOrders, withOrders, type Delivered } from './readEventOrders';

export interface EventClaimant extends Claimant {
	/** The trigger: its workflow and node, whichever process runs it. */
	readonly scope: string;
}

interface Deliveries {
	readonly delivered: readonly Delivered[];
	readonly due: readonly Claim<OrderEvent>[];
}

/**
 * Takes events for this caller, each with its order: those that nobody took before. The orders are read first, so that
 * nothing that may fail comes after the claim. Three calls for 200 events.
 */
export const claimEvents = async (
	client: OdooClient,
	{ scope, ...claimant }: EventClaimant,
	claiming: Claiming<OrderEvent>,
): Promise<Deliveries> => {
	const orders = await readEventOrders(
		client,
		claiming.attempts.map(({ work }) => work),
	);
	const { won, due } = await claim(client, eventClaims(scope), {
		...claimant,
		...claiming,
		attempts: claiming.attempts.filter(({ work }) => orders.has(work.orderId)),
	});
	return { delivered: withOrders(won, orders), due };
};

import type { IExecuteFunctions } from 'n8n-workflow';

import { groupValues } from '../core/collections';
import { OdooError } from '../odoo/errors';
import type { OdooClient } from '../odoo/OdooClient';
import { readOrderTargets } from './orderParameter';
import { failed, type Outcome } from './outcomes';

/**
 * The frame of every node that decides about orders: finds the order of each item, decides once for all of them, and
 * gives each item its order's outcome. Items that name the same order share it.
 * @param decide receives each order id once, in the order of the items, and the items that name it; an order it leaves
 * out counts as missing
 */
export const orderOutcomes = async (
	context: IExecuteFunctions,
	client: OdooClient,
	decide: (
		orderIds: readonly number[],
		itemsOf: ReadonlyMap<number, readonly number[]>,
	) => Promise<ReadonlyMap<number, Outcome>>,
): Promise<Outcome[]> => {
	const targets = await readOrderTargets(context, client);
	const named = targets.flatMap((target, itemIndex) =>
		target.kind === 'order' ? [{ orderId: target.orderId, itemIndex }] : [],
	);
	const itemsOf = groupValues(
		named,
		({ orderId }) => orderId,
		({ itemIndex }) => itemIndex,
	);
	const outcomes =
		itemsOf.size > 0 ? await decide([...itemsOf.keys()], itemsOf) : new Map<number, Outcome>();
	return targets.map((target) => {
		if (target.kind === 'failed') return failed(target.error);
		return outcomes.get(target.orderId) ?? failed(missing(target.orderId));
	});
};

const missing = (orderId: number): OdooError =>
	new OdooError({
		kind: 'missingRecord',
		call: 'sale.order.read',
		reason: `there is no sales order ${orderId}, or the integration user may not see it`,
		advice: "Check the ID, and the user's companies and sales rights in Odoo.",
	});

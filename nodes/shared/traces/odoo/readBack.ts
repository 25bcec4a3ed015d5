import { groupBy } from '../../core/collections';
import { chunksOf, SEARCH_SIZE } from '../../odoo/batches';
import { asOdooError, OdooError } from '../../odoo/errors';
import type { OdooClient } from '../../odoo/OdooClient';
import { saleOrder } from '../../odoo/records/saleOrder';

interface OrderShown {
	readonly state: string;
	readonly tagIds: readonly number[];
}

/** What a write that Odoo answered has to show on its order. */
export interface OrderEffect {
	readonly orderId: number;
	/** What was called, as `sale.order.action_confirm`. */
	readonly call: string;
	readonly isShown: (order: OrderShown) => boolean;
}

/**
 * Reads what was written, for all effects of a run together: one call for 1,000 orders, none without effects.
 * @returns by order id what does not show, or could not be read
 */
export const readBack = async (
	client: OdooClient,
	effects: readonly OrderEffect[],
): Promise<ReadonlyMap<number, OdooError>> => {
	const byOrder = groupBy(effects, ({ orderId }) => orderId);
	const missing = new Map<number, OdooError>();
	for (const orderIds of chunksOf([...byOrder.keys()], SEARCH_SIZE)) {
		const shown = await readOrders(client, orderIds).catch(asOdooError);
		for (const id of orderIds) {
			const error = shown instanceof OdooError ? shown : missingOf(byOrder.get(id), shown.get(id));
			if (error) missing.set(id, error);
		}
	}
	return missing;
};

const readOrders = async (
	client: OdooClient,
	orderIds: readonly number[],
): Promise<ReadonlyMap<number, OrderShown>> => {
	const rows = await client.search(saleOrder, ['id', 'state', 'tag_ids'], [['id', 'in', orderIds]]);
	return new Map(rows.map(({ id, state, tag_ids: tagIds }) => [id, { state, tagIds }]));
};

const missingOf = (
	effects: readonly OrderEffect[] = [],
	order: OrderShown | undefined,
): OdooError | undefined => {
	const missing = effects.find(({ isShown }) => order === undefined || !isShown(order));
	return missing && notShown(missing.call);
};

/** A write was answered, and what it was to do cannot be seen. */
export const notShown = (call: string): OdooError =>
	new OdooError({
		kind: 'outcomeUnknown',
		call,
		reason: 'Odoo answered, but what was to change does not show',
	});

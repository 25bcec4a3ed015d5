import type { OdooClient } from '../../shared/odoo/OdooClient';
import { pickingType } from '../../shared/odoo/records/stock';

const HABIT = {
	at_confirm: 'reserves as soon as there is stock',
	by_date: 'reserves a number of days before the scheduled date',
} as const;

/** An operation type at which Odoo completes a partial reservation by itself, with every receipt and once a day. */
export interface SelfReserving {
	readonly id: number;
	readonly name: string;
	readonly habit: string;
}

/** Which of these operation types reserve by themselves: one call. */
export const readSelfReserving = async (
	client: OdooClient,
	pickingTypeIds: readonly number[],
): Promise<SelfReserving[]> => {
	const fields = ['id', 'name', 'warehouse_id', 'reservation_method'] as const;
	const types = await client.read(pickingType, fields, pickingTypeIds);
	return types.flatMap(({ id, name, warehouse_id: warehouse, reservation_method: method }) =>
		method === 'at_confirm' || method === 'by_date'
			? [{ id, name: warehouse ? `${warehouse.name}: ${name}` : name, habit: HABIT[method] }]
			: [],
	);
};

/** Warnings for people, by operation type. */
export const warningsOf = (types: readonly SelfReserving[]): ReadonlyMap<number, string> =>
	new Map(
		types.map(({ id, name, habit }) => [
			id,
			`Odoo may complete this partial allocation by itself: the operation type '${name}' ${habit}. Set its reservation method to Manually, or let the node split what is missing into a transfer of its own.`,
		]),
	);

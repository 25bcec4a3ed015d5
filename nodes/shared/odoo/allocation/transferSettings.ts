import type { OdooClient } from '../OdooClient';
import { pickingType } from '../records/stock';

const ADVICE = {
	at_confirm: 'reserves as soon as there is stock',
	by_date: 'reserves a number of days before the scheduled date',
} as const;

/**
 * Operation types at which Odoo completes a partial reservation by itself, with every receipt and once a day: what to
 * tell people, by operation type.
 */
export const readReservationWarnings = async (
	client: OdooClient,
	pickingTypeIds: readonly number[],
): Promise<ReadonlyMap<number, string>> => {
	const types = await client.read(
		pickingType,
		['id', 'name', 'warehouse_id', 'reservation_method'],
		pickingTypeIds,
	);
	return new Map(
		types.flatMap(({ id, name, warehouse_id: warehouse, reservation_method: method }) => {
			if (method !== 'at_confirm' && method !== 'by_date') return [];
			const type = warehouse ? `${warehouse.name}: ${name}` : name;
			return [
				[
					id,
					`Odoo may add to this partial reservation by itself: the operation type '${type}' ${ADVICE[method]}. Set its reservation method to Manually, or split the remainder into a transfer of its own.`,
				] as const,
			];
		}),
	);
};

import type { Exact } from '../../shared/core/exact';
import type { Receipt } from '../core/promise';
import { toGrains } from '../core/units';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { DAY_MS, toIso, toOdooTime } from '../../shared/core/time';
import { location, move } from '../../shared/odoo/records/stock';
import { OPEN_STATES } from './openRecords';

const FIELDS = ['id', 'product_id', 'product_qty', 'date', 'location_dest_id'] as const;

/**
 * Goods of these products that are planned to come from outside to these places, in two calls.
 * A receipt that is overdue is expected today.
 */
export const readReceipts = async (
	client: OdooClient,
	wanted: {
		readonly places: readonly number[];
		readonly grains: ReadonlyMap<number, Exact>;
		readonly days: number;
	},
): Promise<Receipt[]> => {
	const { places, grains, days } = wanted;
	if (days <= 0 || grains.size === 0) return [];
	const now = client.host.now();
	const moves = await client.searchIn(
		move,
		FIELDS,
		'product_id',
		[...grains.keys()],
		[
			['state', 'in', OPEN_STATES],
			['location_id.usage', 'not in', ['internal', 'customer']],
			['location_dest_id', 'child_of', [...places]],
			['date', '<=', toOdooTime(new Date(now.getTime() + days * DAY_MS))],
		],
	);
	if (moves.length === 0) return [];
	const destinations = await client.read(
		location,
		['id', 'parent_path'],
		moves.flatMap(({ location_dest_id: to }) => to?.id ?? []),
	);
	const pathOf = new Map(
		destinations.map(({ id, parent_path: path }) => [id, path.split('/').map(Number)]),
	);
	return moves.flatMap(
		({ product_id: item, product_qty: quantity, date, location_dest_id: to }) => {
			const grain = grains.get(item?.id ?? 0);
			if (!item || !grain) return [];
			const planned = toIso(date) ?? '';
			const at =
				planned < now.toISOString() ? `${now.toISOString().slice(0, 10)}T23:59:59Z` : planned;
			const path = pathOf.get(to?.id ?? 0) ?? [];
			return places
				.filter((place) => path.includes(place))
				.map((place) => ({ product: item.id, place, quantity: toGrains(quantity, grain), at }));
		},
	);
};

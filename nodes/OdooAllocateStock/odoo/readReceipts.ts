import type { Exact } from '../../shared/core/exact';
import { DAY_MS, toIso, toOdooTime } from '../../shared/core/time';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { RecordOf } from '../../shared/odoo/records/record';
import { location, move } from '../../shared/odoo/records/stock';
import type { Receipt } from '../core/promise';
import { toGrains } from '../core/units';
import { OPEN_STATES } from './openRecords';

const FIELDS = ['id', 'product_id', 'product_qty', 'date', 'location_dest_id'] as const;
type IncomingRecord = RecordOf<typeof move, (typeof FIELDS)[number]>;

interface Wanted {
	readonly places: readonly number[];
	/** The smallest quantity of each product to look for. */
	readonly grains: ReadonlyMap<number, Exact>;
	/** How far ahead; 0 for not at all. */
	readonly days: number;
}

/** The locations above each of these, and itself. */
const readPaths = async (
	client: OdooClient,
	locationIds: readonly number[],
): Promise<ReadonlyMap<number, readonly number[]>> => {
	const found = await client.read(location, ['id', 'parent_path'], locationIds);
	return new Map(found.map(({ id, parent_path: path }) => [id, path.split('/').map(Number)]));
};

/** A receipt that is overdue is expected today. */
const expectedAt = ({ date }: IncomingRecord, now: Date): string => {
	const planned = toIso(date) ?? '';
	return planned < now.toISOString() ? `${now.toISOString().slice(0, 10)}T23:59:59Z` : planned;
};

/** Goods of these products that are planned to come from outside to these places, in two calls. */
export const readReceipts = async (
	client: OdooClient,
	{ places, grains, days }: Wanted,
): Promise<Receipt[]> => {
	if (days <= 0 || grains.size === 0) return [];
	const now = client.host.now();
	const incoming = await client.searchIn(
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
	if (incoming.length === 0) return [];
	const paths = await readPaths(
		client,
		incoming.flatMap(({ location_dest_id: to }) => to?.id ?? []),
	);
	return incoming.flatMap((found) => {
		const { product_id: product, product_qty: quantity, location_dest_id: to } = found;
		const grain = grains.get(product?.id ?? 0);
		if (!product || !grain) return [];
		const path = paths.get(to?.id ?? 0) ?? [];
		const receipt = { product: product.id, quantity: toGrains(quantity, grain) };
		return places
			.filter((place) => path.includes(place))
			.map((place) => ({ ...receipt, place, at: expectedAt(found, now) }));
	});
};

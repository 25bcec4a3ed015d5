import { unique } from '../../shared/core/collections';
import type { Exact } from '../../shared/core/exact';
import { toGrains } from '../core/units';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { RecordOf } from '../../shared/odoo/records/record';
import { location, quant } from '../../shared/odoo/records/stock';

/** The stock below some locations at one moment. */
export interface StockView {
	/** What is on hand and not reserved by anybody, in grains; negative when more is reserved than there is. */
	readonly freeAt: (locationId: number, product: number) => number;
	/** The warehouse's name, or the location's where it belongs to none. */
	readonly placeName: (locationId: number) => string;
	/** The same stock as it is now, in one call. */
	readonly again: () => Promise<StockView>;
}

const LOCATION_FIELDS = ['id', 'parent_path', 'complete_name', 'usage', 'warehouse_id'] as const;
const QUANT_FIELDS = ['id', 'product_id', 'location_id', 'quantity', 'reserved_quantity'] as const;
type LocationRecord = RecordOf<typeof location, (typeof LOCATION_FIELDS)[number]>;
type QuantRecord = RecordOf<typeof quant, (typeof QUANT_FIELDS)[number]>;

const keyOf = (locationId: number, product: number): string => `${locationId} ${product}`;

/**
 * Reads the stock below each of these locations, whatever lot or shelf it is on: two calls.
 * Only internal locations count: goods in transit cannot be reserved.
 * @param grains the smallest quantity of each product to look for
 */
export const readStock = async (
	client: OdooClient,
	roots: readonly number[],
	grains: ReadonlyMap<number, Exact>,
): Promise<StockView> => {
	const below = await client.search(location, LOCATION_FIELDS, [['id', 'child_of', unique(roots)]]);
	return await lookAt(client, { roots: new Set(roots), grains, below });
};

interface Shelves {
	readonly roots: ReadonlySet<number>;
	readonly grains: ReadonlyMap<number, Exact>;
	/** The roots and everything below them. */
	readonly below: readonly LocationRecord[];
}

const lookAt = async (client: OdooClient, shelves: Shelves): Promise<StockView> => {
	const { roots, grains, below } = shelves;
	const internal = below.filter(({ usage }) => usage === 'internal').map(({ id }) => id);
	const quants = await client.searchIn(
		quant,
		QUANT_FIELDS,
		'product_id',
		[...grains.keys()],
		[['location_id', 'in', internal]],
	);
	const rootsOf = new Map(
		below.map(({ id, parent_path: path }) => [
			id,
			path
				.split('/')
				.map(Number)
				.filter((part) => roots.has(part)),
		]),
	);
	const free = sumFree(quants, grains, rootsOf);
	const names = new Map(
		below.map(({ id, complete_name: name, warehouse_id: warehouse }) => [
			id,
			warehouse?.name ?? name,
		]),
	);
	return {
		freeAt: (locationId, product) => free.get(keyOf(locationId, product)) ?? 0,
		placeName: (locationId) => names.get(locationId) ?? '',
		again: async () => await lookAt(client, shelves),
	};
};

const sumFree = (
	quants: readonly QuantRecord[],
	grains: ReadonlyMap<number, Exact>,
	rootsOf: ReadonlyMap<number, readonly number[]>,
): ReadonlyMap<string, number> => {
	const free = new Map<string, number>();
	for (const {
		product_id: item,
		location_id: place,
		quantity,
		reserved_quantity: reserved,
	} of quants) {
		const grain = grains.get(item?.id ?? 0);
		if (!item || !place || !grain) continue;
		const amount = toGrains(quantity, grain) - toGrains(reserved, grain);
		for (const root of rootsOf.get(place.id) ?? [])
			free.set(keyOf(root, item.id), (free.get(keyOf(root, item.id)) ?? 0) + amount);
	}
	return free;
};

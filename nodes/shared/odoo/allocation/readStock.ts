import { toGrains } from '../../core/allocation/units';
import type { OdooClient } from '../OdooClient';
import { location, quant } from '../records/stock';
import type { OpenMove } from './facts';

/** The stock that these moves may draw on, and where it lies. */
export interface StockView {
	/** What is on hand and not reserved by anybody, in grains; negative when more is reserved than there is. */
	readonly freeAt: (locationId: number, product: number) => number;
	readonly placeName: (locationId: number) => string;
}

const QUANT_FIELDS = ['id', 'product_id', 'location_id', 'quantity', 'reserved_quantity'] as const;

/**
 * Reads what lies below each move's location, whatever lot or shelf it is on: two calls.
 * Only internal locations count: goods in transit cannot be reserved.
 */
export const readStock = async (
	client: OdooClient,
	moves: readonly OpenMove[],
): Promise<StockView> => {
	const roots = [...new Set(moves.map(({ locationId }) => locationId))];
	const grainOf = new Map(moves.map(({ product, unit }) => [product.id, unit.grain]));
	const locations = await client.search(
		location,
		['id', 'parent_path', 'complete_name', 'usage', 'warehouse_id'],
		[['id', 'child_of', roots]],
	);
	const quants = await client.searchIn(
		quant,
		QUANT_FIELDS,
		'product_id',
		[...grainOf.keys()],
		[
			[
				'location_id',
				'in',
				locations.filter(({ usage }) => usage === 'internal').map(({ id }) => id),
			],
		],
	);
	const rootsOf = new Map(
		locations.map(({ id, parent_path: path }) => {
			const above = new Set(path.split('/').map(Number));
			return [id, roots.filter((root) => above.has(root))] as const;
		}),
	);
	const free = new Map<string, number>();
	for (const {
		product_id: item,
		location_id: place,
		quantity,
		reserved_quantity: reserved,
	} of quants) {
		const grain = grainOf.get(item?.id ?? 0);
		if (!item || !grain) continue;
		const grains = toGrains(quantity, grain) - toGrains(reserved, grain);
		for (const root of rootsOf.get(place?.id ?? 0) ?? []) {
			const key = `${root} ${item.id}`;
			free.set(key, (free.get(key) ?? 0) + grains);
		}
	}
	const names = new Map(
		locations.map(({ id, complete_name: name, warehouse_id: warehouse }) => [
			id,
			warehouse?.name ?? name,
		]),
	);
	return {
		freeAt: (locationId, product) => free.get(`${locationId} ${product}`) ?? 0,
		placeName: (locationId) => names.get(locationId) ?? '',
	};
};

import { groupBy } from '../../shared/core/collections';
import { toGrains } from '../core/units';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { RecordOf } from '../../shared/odoo/records/record';
import { quant } from '../../shared/odoo/records/stock';
import type { OpenMove } from './facts';

const FIELDS = [
	'id',
	'product_id',
	'location_id',
	'lot_id',
	'package_id',
	'owner_id',
	'quantity',
	'reserved_quantity',
] as const;
type QuantRecord = RecordOf<typeof quant, (typeof FIELDS)[number]>;

export interface Excess {
	readonly product: number;
	/** Reserved beyond what is there, in grains. */
	readonly quantity: number;
}

export interface StockCheck {
	readonly excesses: readonly Excess[];
	/**
	 * Two reservations at the same moment leave a second record of the same stock, with a reservation and no goods;
	 * Odoo counts it as taken until it merges the records.
	 */
	readonly hasSplitRecords: boolean;
}

const sameStock = ({
	product_id: item,
	location_id: place,
	lot_id: lot,
	package_id: parcel,
	owner_id: owner,
}: QuantRecord): string =>
	[item, place, lot, parcel, owner].map((reference) => reference?.id ?? 0).join();

/** Whether more of these products is reserved anywhere than there is, in one call for a run. */
export const readExcesses = async (
	client: OdooClient,
	moves: readonly OpenMove[],
): Promise<StockCheck> => {
	const grainOf = new Map(
		moves
			.filter(({ isUnlimited }) => !isUnlimited)
			.map(({ product, unit }) => [product.id, unit.grain]),
	);
	const quants = await client.searchIn(
		quant,
		FIELDS,
		'product_id',
		[...grainOf.keys()],
		[['location_id.usage', '=', 'internal']],
	);
	const records = [...groupBy(quants, sameStock).values()];
	const excesses = records.flatMap((same): Excess[] => {
		const product = same[0]?.product_id?.id ?? 0;
		const grain = grainOf.get(product);
		if (!grain) return [];
		const total = (field: 'quantity' | 'reserved_quantity') =>
			same.reduce((sum, one) => sum + toGrains(one[field], grain), 0);
		const quantity = total('reserved_quantity') - Math.max(total('quantity'), 0);
		return quantity > 0 ? [{ product, quantity }] : [];
	});
	return { excesses, hasSplitRecords: records.some((same) => same.length > 1) };
};

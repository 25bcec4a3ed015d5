import { compare, divide, exact, ZERO, type Exact } from '../../shared/core/exact';
import type { UnitFacts } from '../core/units';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { Reference } from '../../shared/odoo/records/fields';
import { unit } from '../../shared/odoo/records/party';
import { product } from '../../shared/odoo/records/product';
import type { RecordOf } from '../../shared/odoo/records/record';
import type { MoveRecord } from './readOpenOrders';

export type UnitRecord = RecordOf<typeof unit, 'id' | 'name' | 'factor' | 'rounding'>;
export type StockProduct = RecordOf<typeof product, (typeof PRODUCT_FIELDS)[number]>;

const PRODUCT_FIELDS = [
	'id',
	'display_name',
	'uom_id',
	'is_storable',
	'type',
	'tracking',
	'product_tmpl_id',
	'standard_price',
] as const;

export interface ProductUnits {
	readonly products: ReadonlyMap<number, StockProduct>;
	readonly unitOf: (productId: number, lineUnitId: number | undefined) => UnitFacts;
}

/** Up to Odoo 18 the factor of a bigger unit is the smaller number: 1/12 for a dozen. */
const ratioOf = (version: number, line: UnitRecord, base: UnitRecord) => {
	const [factor, baseFactor] = [exact(line.factor), exact(base.factor)];
	const [from, to] = version >= 19 ? [factor, baseFactor] : [baseFactor, factor];
	return compare(to, ZERO) === 0 ? exact(1) : divide(from, to);
};

const grainOf = ({ rounding }: UnitRecord) => exact(rounding > 0 ? rounding : 0.01);

/** The products of these moves and how their units relate, in two calls. */
export const readProductUnits = async (
	client: OdooClient,
	moves: readonly MoveRecord[],
): Promise<ProductUnits> => {
	const { version } = await client.session();
	const [products, units] = await Promise.all([
		client.read(
			product,
			PRODUCT_FIELDS,
			moves.flatMap(({ product_id: item }) => item?.id ?? []),
		),
		client.search(unit, ['id', 'name', 'factor', 'rounding'], [], {
			context: { active_test: false },
		}),
	]);
	const productById = new Map(products.map((item) => [item.id, item]));
	const unitById = new Map(units.map((item) => [item.id, item]));
	return {
		products: productById,
		unitOf: (productId, lineUnitId) => {
			const base = unitById.get(productById.get(productId)?.uom_id?.id ?? 0) ?? UNKNOWN_UNIT;
			const line = unitById.get(lineUnitId ?? base.id) ?? base;
			return {
				ratio: ratioOf(version, line, base),
				grain: grainOf(base),
				lineGrain: grainOf(line),
			};
		},
	};
};

/** The smallest quantity of each product, in its unit: one call. */
export const readGrains = async (
	client: OdooClient,
	products: readonly { readonly id: number; readonly uom_id: Reference | null }[],
): Promise<ReadonlyMap<number, Exact>> => {
	const units = await client.read(
		unit,
		['id', 'name', 'factor', 'rounding'],
		products.flatMap(({ uom_id: base }) => base?.id ?? []),
	);
	const grains = new Map(units.map((one) => [one.id, grainOf(one)]));
	return new Map(
		products.map(({ id, uom_id: base }) => [
			id,
			grains.get(base?.id ?? 0) ?? grainOf(UNKNOWN_UNIT),
		]),
	);
};

const UNKNOWN_UNIT: UnitRecord = { id: 0, name: '', factor: 1, rounding: 0.01 };

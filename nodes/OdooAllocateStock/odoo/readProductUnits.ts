import { indexBy } from '../../shared/core/collections';
import { compare, divide, exact, ZERO, type Exact } from '../../shared/core/exact';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { Reference } from '../../shared/odoo/records/fields';
import { unit } from '../../shared/odoo/records/party';
import { product } from '../../shared/odoo/records/product';
import type { RecordOf } from '../../shared/odoo/records/record';
import type { UnitFacts } from '../core/units';

const UNIT_FIELDS = ['id', 'factor', 'rounding'] as const;
const PRODUCT_FIELDS = ['id', 'uom_id', 'is_storable', 'standard_price'] as const;

type UnitRecord = RecordOf<typeof unit, (typeof UNIT_FIELDS)[number]>;
type StockProduct = RecordOf<typeof product, (typeof PRODUCT_FIELDS)[number]>;

export interface ProductUnits {
	readonly products: ReadonlyMap<number, StockProduct>;
	readonly unitOf: (productId: number, lineUnitId: number | undefined) => UnitFacts;
}

const UNKNOWN_UNIT: UnitRecord = { id: 0, factor: 1, rounding: 0.01 };

/** Up to Odoo 18 the factor of a bigger unit is the smaller number: 1/12 for a dozen. */
const ratioOf = (version: number, line: UnitRecord, base: UnitRecord): Exact => {
	const [factor, baseFactor] = [exact(line.factor), exact(base.factor)];
	const [from, to] = version >= 19 ? [factor, baseFactor] : [baseFactor, factor];
	return compare(to, ZERO) === 0 ? exact(1) : divide(from, to);
};

const grainOf = ({ rounding }: UnitRecord): Exact => exact(rounding > 0 ? rounding : 0.01);

/** These products and how units of measure relate to theirs, in two calls. */
export const readProductUnits = async (
	client: OdooClient,
	productIds: readonly number[],
): Promise<ProductUnits> => {
	const { version } = await client.session();
	const [products, units] = await Promise.all([
		client.read(product, PRODUCT_FIELDS, productIds),
		client.search(unit, UNIT_FIELDS, [], { context: { active_test: false } }),
	]);
	const productById = indexBy(products, ({ id }) => id);
	const unitById = indexBy(units, ({ id }) => id);
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
		UNIT_FIELDS,
		products.flatMap(({ uom_id: base }) => base?.id ?? []),
	);
	const unitById = indexBy(units, ({ id }) => id);
	return new Map(
		products.map(({ id, uom_id: base }) => [
			id,
			grainOf(unitById.get(base?.id ?? 0) ?? UNKNOWN_UNIT),
		]),
	);
};

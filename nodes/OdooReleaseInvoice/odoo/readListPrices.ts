import { listPriceOf, type PriceRule } from '../core/listPrice';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { id, many2one, number, text } from '../../shared/odoo/records/fields';
import { product } from '../../shared/odoo/records/product';
import { defineRecord, type RecordOf } from '../../shared/odoo/records/record';
import { saleOrderLine } from '../../shared/odoo/records/saleOrderLine';

const ruledLine = defineRecord('sale.order.line', {
	...saleOrderLine.shape,
	pricelist_item_id: many2one,
});
const pricedProduct = defineRecord('product.product', {
	...product.shape,
	lst_price: number,
	currency_id: many2one,
});
const priceRule = defineRecord('product.pricelist.item', {
	id,
	compute_price: text,
	base: text,
	fixed_price: number,
	percent_price: number,
	price_discount: number,
	price_surcharge: number,
	price_round: number,
	price_min_margin: number,
	price_max_margin: number,
});

const RULE_FIELDS = [
	'id',
	'compute_price',
	'base',
	'fixed_price',
	'percent_price',
	'price_discount',
	'price_surcharge',
	'price_round',
	'price_min_margin',
	'price_max_margin',
] as const;

/** What the pricelist of its order asks for each line: three calls for each 200 orders. Null where only Odoo can tell. */
export const readListPrices = async (
	client: OdooClient,
	orderIds: readonly number[],
): Promise<ReadonlyMap<number, number | null>> => {
	const { version } = await client.session();
	const lines = await client.searchIn(
		ruledLine,
		['id', 'product_id', 'product_uom_id', 'currency_id', 'pricelist_item_id'],
		'order_id',
		orderIds,
		[['display_type', '=', false]],
	);
	const [rules, products] = await Promise.all([
		client.read(
			priceRule,
			RULE_FIELDS,
			lines.flatMap(({ pricelist_item_id: rule }) => rule?.id ?? []),
		),
		client.read(
			pricedProduct,
			['id', 'lst_price', 'currency_id', 'uom_id'],
			lines.flatMap(({ product_id: item }) => item?.id ?? []),
		),
	]);
	const ruleById = new Map(rules.map((rule) => [rule.id, toRule(rule)]));
	const productById = new Map(products.map((item) => [item.id, item]));
	return new Map(
		lines.map((line) => {
			const item = productById.get(line.product_id?.id ?? 0);
			const hasOwnUnit = item?.uom_id?.id === line.product_uom_id?.id;
			const isComparable = item !== undefined && item.currency_id?.id === line.currency_id?.id;
			const rule = line.pricelist_item_id
				? (ruleById.get(line.pricelist_item_id.id) ?? null)
				: null;
			// Before 16 the line does not say which rule it was priced by.
			return [
				line.id,
				version < 16 || !hasOwnUnit
					? null
					: listPriceOf(rule, isComparable ? item.lst_price : null),
			];
		}),
	);
};

const toRule = (rule: RecordOf<typeof priceRule, (typeof RULE_FIELDS)[number]>): PriceRule => ({
	compute: rule.compute_price,
	base: rule.base,
	fixedPrice: rule.fixed_price,
	percentOff: rule.percent_price,
	formulaOff: rule.price_discount,
	surcharge: rule.price_surcharge,
	rounds: rule.price_round !== 0 || rule.price_min_margin !== 0 || rule.price_max_margin !== 0,
});

import { z } from 'zod';

import { chunksOf } from '../../shared/odoo/batches';
import { searchGraph } from '../../shared/odoo/graph';
import { orNull } from '../../shared/odoo/graphFields';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { dateTime, number, text } from '../../shared/odoo/records/fields';
import {
	listPriceOf,
	startsFromListPrice,
	type ListPrice,
	type PriceRule,
} from '../core/listPrice';

/** Since then the line says which rule it is priced by. */
const FIRST_WITH_RULES = 16;

const priceRule = z
	.object({
		compute_price: text,
		base: text,
		fixed_price: number,
		percent_price: number,
		price_discount: number,
		price_surcharge: number,
		price_round: number,
		price_min_margin: number,
		price_max_margin: number,
		write_date: dateTime,
	})
	.transform((rule): PriceRule & { readonly changedAt: string | null } => ({
		compute: rule.compute_price,
		base: rule.base,
		fixedPrice: rule.fixed_price,
		percentOff: rule.percent_price,
		formulaOff: rule.price_discount,
		surcharge: rule.price_surcharge,
		rounds: rule.price_round !== 0 || rule.price_min_margin !== 0 || rule.price_max_margin !== 0,
		changedAt: rule.write_date,
	}));

const CHANGED = { write_date: null } as const;

/** Odoo itself looks for the rule that held at the order's date. */
const LINE = {
	model: 'sale.order.line',
	fields: {
		order_id: {
			model: 'sale.order',
			fields: {
				date_order: null,
				pricelist_id: { model: 'product.pricelist', fields: CHANGED },
			},
		},
		currency_id: null,
		product_uom_id: null,
		product_id: {
			model: 'product.product',
			fields: {
				lst_price: null,
				currency_id: null,
				uom_id: null,
				product_tmpl_id: { model: 'product.template', fields: CHANGED },
			},
		},
		pricelist_item_id: {
			model: 'product.pricelist.item',
			fields: {
				compute_price: null,
				base: null,
				fixed_price: null,
				percent_price: null,
				price_discount: null,
				price_surcharge: null,
				price_round: null,
				price_min_margin: null,
				price_max_margin: null,
				...CHANGED,
			},
		},
	},
	schema: z.object({
		id: z.number(),
		order_id: z.object({
			date_order: text,
			pricelist_id: orNull(z.object({ write_date: dateTime })),
		}),
		currency_id: orNull(z.number()),
		product_uom_id: orNull(z.number()),
		product_id: orNull(
			z.object({
				lst_price: number,
				currency_id: orNull(z.number()),
				uom_id: orNull(z.number()),
				product_tmpl_id: z.object({ write_date: dateTime }),
			}),
		),
		pricelist_item_id: orNull(priceRule),
	}),
} as const;

type PricedLine = z.output<typeof LINE.schema>;

/** What the pricelist of its order asks for each line: one call for each 200 orders. Null where only Odoo can tell. */
export const readListPrices = async (
	client: OdooClient,
	orderIds: readonly number[],
): Promise<ReadonlyMap<number, ListPrice | null>> => {
	const { version } = await client.session();
	if (version < FIRST_WITH_RULES) return new Map();
	const found = await client.parallel(
		chunksOf(orderIds, client.batchSize),
		async (chunk) =>
			await searchGraph(client, LINE, {
				domain: [
					['order_id', 'in', chunk],
					['display_type', '=', false],
				],
				order: 'id',
				context: { active_test: false },
			}),
	);
	return new Map(found.flat().map((line) => [line.id, toListPrice(line)]));
};

const toListPrice = (line: PricedLine): ListPrice | null => {
	const { product_id: product, pricelist_item_id: rule } = line;
	if (product === null || product.uom_id !== line.product_uom_id) return null;
	const isComparable = product.currency_id === line.currency_id;
	const price = listPriceOf(rule, isComparable ? product.lst_price : null);
	if (price === null) return null;
	const { date_order: ordered, pricelist_id: pricelist } = line.order_id;
	const changes = [
		pricelist?.write_date,
		rule?.changedAt,
		startsFromListPrice(rule) ? product.product_tmpl_id.write_date : null,
	];
	return { price, changedSince: changes.some((at) => (at ?? '') > ordered) };
};

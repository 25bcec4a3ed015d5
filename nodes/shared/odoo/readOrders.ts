import { groupBy } from '../core/collections';
import type { OdooClient } from './OdooClient';
import type { Order } from './order';
import { LINE_FIELDS, ORDER_FIELDS, type OrderHeader } from './orderFields';
import { partner } from './records/partner';
import { product } from './records/product';
import { saleOrder } from './records/saleOrder';
import { saleOrderLine } from './records/saleOrderLine';
import { toOrder } from './toOrder';

/** Reads whole orders: four calls for each 200 of them. Orders that are gone are missing in the answer. */
export const readOrders = async (client: OdooClient, ids: readonly number[]): Promise<Order[]> =>
	await toOrders(client, await client.read(saleOrder, ORDER_FIELDS, ids));

/** Completes headers with lines, debtors and article numbers: three calls for each 200 orders. */
const toOrders = async (client: OdooClient, headers: readonly OrderHeader[]): Promise<Order[]> => {
	if (headers.length === 0) return [];
	const [lines, partners] = await Promise.all([
		client.searchIn(
			saleOrderLine,
			LINE_FIELDS,
			'order_id',
			headers.map(({ id }) => id),
			[['display_type', '=', false]],
		),
		client.read(
			partner,
			['id', 'commercial_partner_id'],
			headers.flatMap(({ partner_invoice_id: invoiceTo }) => invoiceTo?.id ?? []),
		),
	]);
	const products = await client.read(
		product,
		['id', 'name', 'default_code'],
		lines.flatMap(({ product_id: item }) => item?.id ?? []),
	);
	const skuOf = new Map(products.map(({ id, default_code: sku }) => [id, sku]));
	const accountOf = new Map(
		partners.map(({ id, commercial_partner_id: account }) => [id, account]),
	);
	const linesOf = groupBy(lines, ({ order_id: order }) => order?.id);
	return headers.map((header) =>
		toOrder({ header, lines: linesOf.get(header.id) ?? [], accountOf, skuOf }),
	);
};

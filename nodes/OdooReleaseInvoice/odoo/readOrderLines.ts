import { groupValues } from '../../shared/core/collections';
import type { InvoicingOrder, OrderLineFacts } from '../core/facts';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { product } from '../../shared/odoo/records/product';
import type { RecordOf } from '../../shared/odoo/records/record';
import { saleOrderLine } from '../../shared/odoo/records/saleOrderLine';

const LINE_FIELDS = [
	'id',
	'order_id',
	'name',
	'product_id',
	'product_uom_id',
	'is_downpayment',
	'product_uom_qty',
	'qty_delivered',
	'qty_delivered_method',
	'qty_invoiced',
	'qty_to_invoice',
	'price_unit',
	'discount',
	'price_subtotal',
	'price_total',
	'tax_ids',
] as const;

type LineRecord = RecordOf<typeof saleOrderLine, (typeof LINE_FIELDS)[number]>;

/** @param known orders read before: their products are not asked for again */
export const readOrderLines = async (
	client: OdooClient,
	orderIds: readonly number[],
	known: readonly InvoicingOrder[] = [],
): Promise<ReadonlyMap<number, OrderLineFacts[]>> => {
	const lines = await client.searchIn(saleOrderLine, LINE_FIELDS, 'order_id', orderIds, [
		['display_type', '=', false],
	]);
	const knownLines = new Map(
		known.flatMap((order) => order.lines.map((line) => [line.id, line] as const)),
	);
	const unknown = lines.filter(({ id }) => !knownLines.has(id));
	const products = await client.read(
		product,
		['id', 'invoice_policy'],
		unknown.flatMap(({ product_id: item }) => item?.id ?? []),
	);
	const policyOf = new Map(products.map(({ id, invoice_policy: policy }) => [id, policy]));
	const toFacts = (line: LineRecord): OrderLineFacts => {
		const before = knownLines.get(line.id);
		const byProduct = policyOf.get(line.product_id?.id ?? 0) === 'order' ? 'ordered' : 'delivered';
		return {
			...toLine(line),
			invoicedBy: before?.invoicedBy ?? byProduct,
			listPrice: before?.listPrice ?? null,
		};
	};
	return groupValues(lines, ({ order_id: order }) => order?.id ?? 0, toFacts);
};

const toLine = (line: LineRecord): Omit<OrderLineFacts, 'invoicedBy' | 'listPrice'> => ({
	id: line.id,
	label: line.product_id?.name ?? line.name.split('\n', 1)[0] ?? '',
	kind: line.is_downpayment
		? 'downPayment'
		: line.qty_delivered_method === 'stock_move'
			? 'goods'
			: 'service',
	ordered: line.product_uom_qty,
	delivered: line.qty_delivered,
	invoiced: line.qty_invoiced,
	toInvoice: line.qty_to_invoice,
	unitPrice: line.price_unit,
	discount: line.discount,
	subtotal: line.price_subtotal,
	total: line.price_total,
	product: line.product_id,
	unit: line.product_uom_id,
	taxIds: line.tax_ids,
});

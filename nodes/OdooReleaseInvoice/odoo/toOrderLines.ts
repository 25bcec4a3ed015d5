import type { OrderLineFacts } from '../core/facts';
import type { ListPrice } from '../core/listPrice';
import type { BookLine, OrderBook } from './readOrderBooks';

/** @param listPrices by line, where they are asked for */
export const toOrderLines = (
	{ order_line: lines }: OrderBook,
	listPrices: ReadonlyMap<number, ListPrice | null>,
): OrderLineFacts[] => lines.map((line) => toLine(line, listPrices.get(line.id) ?? null));

export const kindOf = (line: BookLine): OrderLineFacts['kind'] => {
	if (line.is_downpayment) return 'downPayment';
	return line.qty_delivered_method === 'stock_move' ? 'goods' : 'service';
};

const toLine = (line: BookLine, listPrice: ListPrice | null): OrderLineFacts => ({
	id: line.id,
	label: line.product_id?.display_name ?? line.name.split('\n', 1)[0] ?? '',
	kind: kindOf(line),
	invoicedBy: line.product_id?.invoice_policy === 'order' ? 'ordered' : 'delivered',
	ordered: line.product_uom_qty,
	delivered: line.qty_delivered,
	invoiced: line.qty_invoiced,
	toInvoice: line.qty_to_invoice,
	unitPrice: line.price_unit,
	discount: line.discount,
	subtotal: line.price_subtotal,
	total: line.price_total,
	product: named(line.product_id),
	unit: named(line.product_uom_id),
	taxes: line.tax_ids.map(({ id, display_name: name }) => ({ id, name })),
	listPrice,
});

const named = (record: { readonly id: number; readonly display_name: string } | null) =>
	record && { id: record.id, name: record.display_name };

import type { InvoicingOrder, OrderMark } from '../core/facts';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { readInvoices } from './readInvoices';
import { readInvoicingOrders, type Wanted } from './readInvoicingOrders';
import { markOf, readOrderBooks, type OrderBook } from './readOrderBooks';
import { toOrderLines } from './toOrderLines';
import { toLedger } from './toLedger';

interface Now {
	readonly book: OrderBook;
	readonly mark: OrderMark;
}

/**
 * Reads again what invoicing changes: two calls for each 200 orders. An order of which something else changed is read as
 * a whole, so that nothing is posted that the gate has not seen.
 */
export const readInvoicingAgain = async (
	client: OdooClient,
	orders: readonly InvoicingOrder[],
	wanted: Wanted,
): Promise<InvoicingOrder[]> => {
	const { version } = await client.session();
	const books = await readOrderBooks(
		client,
		orders.map(({ id }) => id),
	);
	const nowOf = new Map(books.map((book) => [book.id, { book, mark: markOf(book) }]));
	const invoicesOf = await readInvoices(client, books);
	const again = (order: InvoicingOrder, { book, mark }: Now): InvoicingOrder => ({
		...order,
		lines: toOrderLines(book, new Map(order.lines.map(({ id, listPrice }) => [id, listPrice]))),
		...toLedger(version, book),
		isInvoiceable: book.invoice_status !== 'no',
		invoices: invoicesOf.get(order.id) ?? [],
		mark,
	});
	const changed = orders
		.filter(({ id, mark }) => {
			const now = nowOf.get(id);
			return now !== undefined && now.mark.order !== mark.order;
		})
		.map(({ id }) => id);
	const reread = new Map(
		(await readInvoicingOrders(client, changed, wanted)).map((order) => [order.id, order]),
	);
	return orders.flatMap((order) => {
		const now = nowOf.get(order.id);
		return reread.get(order.id) ?? (now ? [again(order, now)] : []);
	});
};

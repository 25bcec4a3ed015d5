import type { InvoicingOrder } from '../core/facts';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { readInvoices } from './readInvoices';
import { readInvoicingOrders, type Wanted } from './readInvoicingOrders';
import { markOf, readOrderBooks, type OrderBook } from './readOrderBooks';
import { toOrderLines } from './toOrderLines';
import { toLedger } from './toLedger';

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
	const bookOf = new Map(books.map((book) => [book.id, book]));
	const invoicesOf = await readInvoices(client, books);
	const again = (order: InvoicingOrder, book: OrderBook): InvoicingOrder => ({
		...order,
		lines: toOrderLines(book, new Map(order.lines.map(({ id, listPrice }) => [id, listPrice]))),
		...toLedger(version, book),
		isInvoiceable: book.invoice_status !== 'no',
		invoices: invoicesOf.get(order.id) ?? [],
		mark: markOf(book),
	});
	const changed = books
		.filter((book) =>
			orders.some(({ id, mark }) => id === book.id && mark.order !== markOf(book).order),
		)
		.map(({ id }) => id);
	const reread = new Map(
		(await readInvoicingOrders(client, changed, wanted)).map((order) => [order.id, order]),
	);
	return orders.flatMap((order) => {
		const book = bookOf.get(order.id);
		return reread.get(order.id) ?? (book ? [again(order, book)] : []);
	});
};

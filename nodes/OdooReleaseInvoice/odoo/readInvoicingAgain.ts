import type { InvoicingOrder, OrderLineFacts } from '../core/facts';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { readInvoiceLines, readInvoices } from './readInvoices';
import { readInvoicingOrders, type Wanted } from './readInvoicingOrders';
import { readOrderLines } from './readOrderLines';
import { readTaxNames } from './readTaxNames';

/**
 * Reads again what invoicing changes: three calls for each 200 orders. An order that was changed or shipped meanwhile is
 * read as a whole, so that nothing is posted that the gate has not seen.
 */
export const readInvoicingAgain = async (
	client: OdooClient,
	orders: readonly InvoicingOrder[],
	wanted: Wanted,
): Promise<InvoicingOrder[]> => {
	const orderIds = orders.map(({ id }) => id);
	const [linesOf, invoiceLines] = await Promise.all([
		readOrderLines(client, orderIds, orders),
		readInvoiceLines(client, orderIds),
	]);
	const invoicesOf = await readInvoices(client, invoiceLines, linesOf);
	const taxNames = await readTaxNames(client, linesOf, invoicesOf);
	const changed = orders
		.filter(({ id, lines }) => isChanged(lines, linesOf.get(id) ?? []))
		.map(({ id }) => id);
	const reread = new Map(
		(await readInvoicingOrders(client, changed, wanted)).map((order) => [order.id, order]),
	);
	return orders.map(
		(order) =>
			reread.get(order.id) ?? {
				...order,
				lines: linesOf.get(order.id) ?? [],
				invoices: invoicesOf.get(order.id) ?? [],
				taxNames,
			},
	);
};

const isChanged = (before: readonly OrderLineFacts[], after: readonly OrderLineFacts[]): boolean =>
	before.length !== after.length ||
	after.some((line) => {
		const old = before.find(({ id }) => id === line.id);
		return (
			old?.ordered !== line.ordered ||
			old.delivered !== line.delivered ||
			old.subtotal !== line.subtotal
		);
	});

import type { OdooClient } from '../../shared/odoo/OdooClient';
import { accountMove } from '../../shared/odoo/records/accountMove';
import type { InvoicingOrder } from '../core/facts';
import { INVOICE_FIELDS, toHeader } from './invoiceRecords';

/** The state, number and amounts of invoices that were read before: one call for each 200. */
export const readInvoicesAgain = async (
	client: OdooClient,
	orders: readonly InvoicingOrder[],
): Promise<InvoicingOrder[]> => {
	const ids = orders.flatMap(({ invoices }) => invoices.map(({ id }) => id));
	const found = await client.read(accountMove, INVOICE_FIELDS, ids);
	const headerOf = new Map(found.map((record) => [record.id, toHeader(record)]));
	return orders.map((order) => ({
		...order,
		invoices: order.invoices.map((invoice) => ({ ...invoice, ...headerOf.get(invoice.id) })),
	}));
};

import type { OdooClient } from '../../shared/odoo/OdooClient';
import { saleOrder } from '../../shared/odoo/records/saleOrder';
import { filterDomain, type OrderFilter } from './orderFilter';

/** The orders behind each invoice, of those the filter lets through: one call for 200 invoices. */
export const ordersOfInvoices = async (
	client: OdooClient,
	invoiceIds: readonly number[],
	filter: OrderFilter,
): Promise<ReadonlyMap<number, readonly number[]>> => {
	const found = await client.searchIn(
		saleOrder,
		['id', 'invoice_ids'],
		'invoice_ids',
		invoiceIds,
		filterDomain(filter),
	);
	// An order of two chunks comes twice.
	const orders = [...new Map(found.map((order) => [order.id, order])).values()];
	return new Map(
		invoiceIds.map((invoiceId) => [
			invoiceId,
			orders.filter(({ invoice_ids: ids }) => ids.includes(invoiceId)).map(({ id }) => id),
		]),
	);
};

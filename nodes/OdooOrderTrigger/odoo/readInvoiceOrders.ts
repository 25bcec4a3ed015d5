import { indexBy } from '../../shared/core/collections';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { saleOrder } from '../../shared/odoo/records/saleOrder';
import type { OrderFilter } from '../core/eventQuery';
import { filterDomain } from './orderFilter';

/** The orders behind each invoice, of those the filter lets through: one call for 200 invoices. */
export const readInvoiceOrders = async (
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
	const orders = [...indexBy(found, ({ id }) => id).values()];
	return new Map(
		invoiceIds.map((invoiceId) => [
			invoiceId,
			orders.filter(({ invoice_ids: ids }) => ids.includes(invoiceId)).map(({ id }) => id),
		]),
	);
};

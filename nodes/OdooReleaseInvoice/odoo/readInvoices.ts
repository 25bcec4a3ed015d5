import { groupBy, groupValues, unique } from '../../shared/core/collections';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { accountMove, accountMoveLine } from '../../shared/odoo/records/accountMove';
import type { OrderLineFacts } from '../core/facts';
import type { InvoiceFacts } from '../core/invoiceFacts';
import {
	INVOICE_FIELDS,
	INVOICE_LINE_FIELDS,
	toHeader,
	toInvoiceLines,
	type InvoiceLineRecord,
} from './invoiceRecords';
import { NO_STRANGERS, readStrangers } from './readStrangers';

/** The invoice lines of these orders; cancelled invoices left out. */
export const readInvoiceLines = async (
	client: OdooClient,
	orderIds: readonly number[],
): Promise<InvoiceLineRecord[]> =>
	await client.searchIn(accountMoveLine, INVOICE_LINE_FIELDS, 'sale_line_ids.order_id', orderIds, [
		['parent_state', '!=', 'cancel'],
	]);

/** The invoices of each order, oldest first: one call, and two more when a draft is also for orders that are not among these. */
export const readInvoices = async (
	client: OdooClient,
	lines: readonly InvoiceLineRecord[],
	orderLines: ReadonlyMap<number, readonly OrderLineFacts[]>,
): Promise<ReadonlyMap<number, InvoiceFacts[]>> => {
	const own = [...orderLines].flatMap(([orderId, all]) => all.map((line) => ({ orderId, line })));
	const orderOfLine = new Map(own.map(({ orderId, line }) => [line.id, orderId]));
	const kinds = new Map(own.map(({ line }) => [line.id, line.kind]));
	const linesOf = groupBy(lines, ({ move_id: invoice }) => invoice?.id ?? 0);
	const found = await client.read(accountMove, INVOICE_FIELDS, [...linesOf.keys()]);
	const records = [...found].sort((a, b) => a.id - b.id);
	const strangers = await readStrangers(client, records, linesOf);
	const ofOrders = records.flatMap((record) => {
		const invoiced = linesOf.get(record.id) ?? [];
		const known = unique(
			invoiced.flatMap(({ sale_line_ids: ids }) => ids.flatMap((id) => orderOfLine.get(id) ?? [])),
		);
		const { orderIds, extraLines } = strangers.get(record.id) ?? NO_STRANGERS;
		const invoice: InvoiceFacts = {
			...toHeader(record),
			orderIds: unique([...known, ...orderIds]),
			lines: toInvoiceLines(record, invoiced, kinds),
			extraLines,
		};
		return known.map((orderId) => ({ orderId, invoice }));
	});
	return groupValues(
		ofOrders,
		({ orderId }) => orderId,
		({ invoice }) => invoice,
	);
};

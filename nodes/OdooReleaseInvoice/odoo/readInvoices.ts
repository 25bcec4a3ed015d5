import type { InvoicingOrder, OrderLineFacts } from '../core/facts';
import type { InvoiceFacts } from '../core/invoiceFacts';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { accountMove, accountMoveLine } from '../../shared/odoo/records/accountMove';
import { saleOrderLine } from '../../shared/odoo/records/saleOrderLine';
import {
	INVOICE_FIELDS,
	INVOICE_LINE_FIELDS,
	toHeader,
	toInvoiceLines,
	type InvoiceLineRecord,
	type InvoiceRecord,
} from './invoiceRecords';

/** The invoice lines that bill these orders; cancelled invoices left out. */
export const readInvoiceLines = async (
	client: OdooClient,
	orderIds: readonly number[],
): Promise<InvoiceLineRecord[]> =>
	await client.searchIn(accountMoveLine, INVOICE_LINE_FIELDS, 'sale_line_ids.order_id', orderIds, [
		['parent_state', '!=', 'cancel'],
	]);

/** The invoices of each order, oldest first: one call, and two more when a draft also bills orders that are not among these. */
export const readInvoices = async (
	client: OdooClient,
	lines: readonly InvoiceLineRecord[],
	orderLines: ReadonlyMap<number, readonly OrderLineFacts[]>,
): Promise<ReadonlyMap<number, InvoiceFacts[]>> => {
	const own = [...orderLines].flatMap(([orderId, billed]) =>
		billed.map((line) => ({ orderId, line })),
	);
	const orderOfLine = new Map(own.map(({ orderId, line }) => [line.id, orderId]));
	const kinds = new Map(own.map(({ line }) => [line.id, line.kind]));
	const linesOf = groupByInvoice(lines);
	const found = await client.read(accountMove, INVOICE_FIELDS, [...linesOf.keys()]);
	const records = [...found].sort((a, b) => a.id - b.id);
	const strangers = await readStrangers(client, records, linesOf);
	const invoicesOf = new Map<number, InvoiceFacts[]>();
	for (const record of records) {
		const billed = linesOf.get(record.id) ?? [];
		const known = billed.flatMap(({ sale_line_ids: ids }) =>
			ids.flatMap((id) => orderOfLine.get(id) ?? []),
		);
		const orderIds = [...new Set([...known, ...(strangers.get(record.id)?.orderIds ?? [])])];
		const invoice: InvoiceFacts = {
			...toHeader(record),
			orderIds,
			lines: toInvoiceLines(record, billed, kinds),
			extraLines: strangers.get(record.id)?.extraLines ?? 0,
		};
		for (const orderId of new Set(known))
			invoicesOf.set(orderId, [...(invoicesOf.get(orderId) ?? []), invoice]);
	}
	return invoicesOf;
};

/** The state, number and amounts of invoices that were read before: one call for each 200. */
export const rereadInvoices = async (
	client: OdooClient,
	orders: readonly InvoicingOrder[],
): Promise<InvoicingOrder[]> => {
	const ids = orders.flatMap(({ invoices }) => invoices.map(({ id }) => id));
	const header = new Map(
		(await client.read(accountMove, INVOICE_FIELDS, ids)).map((record) => [
			record.id,
			toHeader(record),
		]),
	);
	return orders.map((order) => ({
		...order,
		invoices: order.invoices.map((invoice) => ({ ...invoice, ...header.get(invoice.id) })),
	}));
};

/** What else stands on the same drafts: other orders, and lines without an order. */
interface Strangers {
	readonly orderIds: readonly number[];
	readonly extraLines: number;
}

/** Only a draft with lines we have not seen can have them. */
const readStrangers = async (
	client: OdooClient,
	records: readonly InvoiceRecord[],
	linesOf: ReadonlyMap<number, readonly InvoiceLineRecord[]>,
): Promise<ReadonlyMap<number, Strangers>> => {
	const unseen = records.flatMap(({ id, state, invoice_line_ids: all }) => {
		const seen = new Set(linesOf.get(id)?.map((line) => line.id));
		return state === 'draft' ? all.filter((lineId) => !seen.has(lineId)) : [];
	});
	const lines = await client.read(
		accountMoveLine,
		['id', 'move_id', 'display_type', 'sale_line_ids'],
		unseen,
	);
	const orderLines = await client.read(
		saleOrderLine,
		['id', 'order_id'],
		lines.flatMap(({ sale_line_ids: ids }) => ids),
	);
	const orderOf = new Map(orderLines.map(({ id, order_id: order }) => [id, order?.id]));
	return new Map(
		[...groupByInvoice(lines)].map(([invoiceId, own]) => [
			invoiceId,
			{
				orderIds: own.flatMap(({ sale_line_ids: ids }) =>
					ids.flatMap((id) => orderOf.get(id) ?? []),
				),
				extraLines: own.filter(
					({ display_type: type, sale_line_ids: ids }) =>
						ids.length === 0 && (type ?? 'product') === 'product',
				).length,
			},
		]),
	);
};

const groupByInvoice = <Line extends Pick<InvoiceLineRecord, 'move_id'>>(
	lines: readonly Line[],
): Map<number, Line[]> => {
	const groups = new Map<number, Line[]>();
	for (const line of lines) {
		const invoiceId = line.move_id?.id ?? 0;
		const group = groups.get(invoiceId);
		if (group) group.push(line);
		else groups.set(invoiceId, [line]);
	}
	return groups;
};

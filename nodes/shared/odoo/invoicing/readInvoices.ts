import type { InvoiceFacts, InvoicingOrder, OrderLineFacts } from '../../core/invoicing/facts';
import type { OdooClient } from '../OdooClient';
import { accountMove, accountMoveLine } from '../records/accountMove';
import { saleOrderLine } from '../records/saleOrderLine';
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
	const downPayments = new Set(
		own.flatMap(({ line }) => (line.kind === 'downPayment' ? [line.id] : [])),
	);
	const linesOf = groupByInvoice(lines);
	const found = await client.read(accountMove, INVOICE_FIELDS, [...linesOf.keys()]);
	const records = [...found].sort((a, b) => a.id - b.id);
	const strangers = await readStrangers(client, records, linesOf, orderOfLine);
	const invoicesOf = new Map<number, InvoiceFacts[]>();
	for (const record of records) {
		const billed = linesOf.get(record.id) ?? [];
		const known = billed.flatMap(({ sale_line_ids: ids }) =>
			ids.flatMap((id) => orderOfLine.get(id) ?? []),
		);
		const orderIds = [...new Set([...known, ...(strangers.get(record.id) ?? [])])];
		const invoice: InvoiceFacts = {
			...toHeader(record),
			orderIds,
			lines: toInvoiceLines(record, billed, downPayments),
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

/** Other orders on the same drafts. Only a draft with lines we have not seen can have them. */
const readStrangers = async (
	client: OdooClient,
	records: readonly InvoiceRecord[],
	linesOf: ReadonlyMap<number, readonly InvoiceLineRecord[]>,
	orderOfLine: ReadonlyMap<number, number>,
): Promise<ReadonlyMap<number, number[]>> => {
	const suspects = records.filter(
		({ id, state, invoice_line_ids: all }) =>
			state === 'draft' && all.length > (linesOf.get(id)?.length ?? 0),
	);
	const lines = await client.searchIn(
		accountMoveLine,
		INVOICE_LINE_FIELDS,
		'move_id',
		suspects.map(({ id }) => id),
		[['sale_line_ids', '!=', false]],
	);
	const unknown = lines.flatMap(({ sale_line_ids: ids }) =>
		ids.filter((id) => !orderOfLine.has(id)),
	);
	const orderLines = await client.read(saleOrderLine, ['id', 'order_id'], unknown);
	const orderOf = new Map(orderLines.map(({ id, order_id: order }) => [id, order?.id]));
	return new Map(
		[...groupByInvoice(lines)].map(([invoiceId, billed]) => [
			invoiceId,
			billed.flatMap(({ sale_line_ids: ids }) => ids.flatMap((id) => orderOf.get(id) ?? [])),
		]),
	);
};

const groupByInvoice = (lines: readonly InvoiceLineRecord[]): Map<number, InvoiceLineRecord[]> => {
	const groups = new Map<number, InvoiceLineRecord[]>();
	for (const line of lines) {
		const invoiceId = line.move_id?.id ?? 0;
		const group = groups.get(invoiceId);
		if (group) group.push(line);
		else groups.set(invoiceId, [line]);
	}
	return groups;
};

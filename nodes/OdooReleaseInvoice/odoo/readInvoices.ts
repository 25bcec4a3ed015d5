import { groupBy, groupValues, unique } from '../../shared/core/collections';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { accountMove } from '../../shared/odoo/records/accountMove';
import type { InvoiceFacts, InvoiceLineFacts } from '../core/invoiceFacts';
import { INVOICE_FIELDS, isCredit, toHeader } from './invoiceRecords';
import type { BookLine, OrderBook } from './readOrderBooks';
import { NO_STRANGERS, readStrangers } from './readStrangers';
import { kindOf } from './toOrderLines';

/** A line of an invoice, with the order line that it is for. */
interface Invoiced {
	readonly orderId: number;
	readonly orderLine: BookLine;
	readonly line: BookLine['invoice_lines'][number];
}

/** Cancelled invoices are left out. */
const invoicedIn = (books: readonly OrderBook[]): Invoiced[] =>
	books.flatMap(({ id: orderId, order_line: orderLines }) =>
		orderLines.flatMap((orderLine) =>
			orderLine.invoice_lines
				.filter(({ move_id: invoice }) => invoice.state !== 'cancel')
				.map((line) => ({ orderId, orderLine, line })),
		),
	);

/** The invoices of each order, oldest first: one call, and two more when a draft is also for orders that are not among these. */
export const readInvoices = async (
	client: OdooClient,
	books: readonly OrderBook[],
): Promise<ReadonlyMap<number, InvoiceFacts[]>> => {
	const linesOf = groupBy(invoicedIn(books), ({ line }) => line.move_id.id);
	const found = await client.read(accountMove, INVOICE_FIELDS, [...linesOf.keys()]);
	const records = [...found].sort((a, b) => a.id - b.id);
	const seen = new Set([...linesOf.values()].flat().map(({ line }) => line.id));
	const strangers = await readStrangers(client, records, seen);
	const ofOrders = records.flatMap((record) => {
		const invoiced = linesOf.get(record.id) ?? [];
		const known = unique(invoiced.map(({ orderId }) => orderId));
		const { orderIds, extraLines } = strangers.get(record.id) ?? NO_STRANGERS;
		const sign = isCredit(record) ? -1 : 1;
		const invoice: InvoiceFacts = {
			...toHeader(record),
			orderIds: unique([...known, ...orderIds]),
			lines: invoiced.map((line) => toLine(line, sign)),
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

/** @param sign of what Odoo keeps positive on a credit note */
const toLine = ({ orderLine, line }: Invoiced, sign: 1 | -1): InvoiceLineFacts => ({
	orderLineId: orderLine.id,
	isDownPayment: kindOf(orderLine) === 'downPayment',
	quantity: sign * line.quantity,
	unitPrice: line.price_unit,
	discount: line.discount,
	product: line.product_id,
	unit: line.product_uom_id && {
		id: line.product_uom_id.id,
		name: line.product_uom_id.display_name,
	},
	taxes: line.tax_ids,
});

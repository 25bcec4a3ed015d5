import type {
	InvoiceFacts,
	InvoiceLineFacts,
	InvoicingOrder,
	OrderLineFacts,
} from '../../core/invoicing/facts';
import type { OdooClient } from '../OdooClient';
import { toIso } from '../order';
import { accountMove, accountMoveLine } from '../records/accountMove';
import type { RecordOf } from '../records/record';
import { saleOrderLine } from '../records/saleOrderLine';

const INVOICE_FIELDS = [
	'id',
	'name',
	'state',
	'move_type',
	'company_id',
	'currency_id',
	'amount_total',
	'amount_residual',
	'invoice_date',
	'create_date',
	'is_move_sent',
	'is_being_sent',
	'ref',
	'narration',
	'invoice_line_ids',
] as const;
const LINE_FIELDS = [
	'id',
	'move_id',
	'quantity',
	'price_unit',
	'discount',
	'tax_ids',
	'is_downpayment',
	'sale_line_ids',
] as const;

type InvoiceRecord = RecordOf<typeof accountMove, (typeof INVOICE_FIELDS)[number]>;
type LineRecord = RecordOf<typeof accountMoveLine, (typeof LINE_FIELDS)[number]>;

/** The invoice lines that bill these orders; cancelled invoices left out. */
export const readInvoiceLines = async (
	client: OdooClient,
	orderIds: readonly number[],
): Promise<LineRecord[]> =>
	await client.searchIn(accountMoveLine, LINE_FIELDS, 'sale_line_ids.order_id', orderIds, [
		['parent_state', '!=', 'cancel'],
	]);

/** The invoices of each order: one call, and two more when a draft also bills orders that are not among these. */
export const readInvoices = async (
	client: OdooClient,
	lines: readonly LineRecord[],
	orderLines: ReadonlyMap<number, readonly OrderLineFacts[]>,
): Promise<ReadonlyMap<number, InvoiceFacts[]>> => {
	const orderOfLine = new Map(
		[...orderLines].flatMap(([orderId, own]) => own.map(({ id }) => [id, orderId] as const)),
	);
	const linesOf = groupBy(lines, ({ move_id: move }) => move?.id ?? 0);
	const found = await client.read(accountMove, INVOICE_FIELDS, [...linesOf.keys()]);
	const records = [...found].sort((a, b) => a.id - b.id);
	const strangers = await readStrangers(client, records, linesOf, orderOfLine);
	const invoicesOf = new Map<number, InvoiceFacts[]>();
	for (const record of records) {
		const own = linesOf.get(record.id) ?? [];
		const known = own.flatMap(({ sale_line_ids: ids }) =>
			ids.flatMap((id) => orderOfLine.get(id) ?? []),
		);
		const invoice = toInvoice(record, own, [
			...new Set([...known, ...(strangers.get(record.id) ?? [])]),
		]);
		for (const orderId of new Set(known))
			invoicesOf.set(orderId, [...(invoicesOf.get(orderId) ?? []), invoice]);
	}
	return invoicesOf;
};

/** Other orders on the same drafts. Only a draft with lines we have not seen can have them. */
const readStrangers = async (
	client: OdooClient,
	records: readonly InvoiceRecord[],
	linesOf: ReadonlyMap<number, readonly LineRecord[]>,
	orderOfLine: ReadonlyMap<number, number>,
): Promise<ReadonlyMap<number, number[]>> => {
	const suspects = records.filter(
		({ id, state, invoice_line_ids: all }) =>
			state === 'draft' && all.length > (linesOf.get(id)?.length ?? 0),
	);
	const lines = await client.searchIn(
		accountMoveLine,
		['id', 'move_id', 'sale_line_ids'],
		'move_id',
		suspects.map(({ id }) => id),
		[['sale_line_ids', '!=', false]],
	);
	const unknown = lines.flatMap(({ sale_line_ids: ids }) =>
		ids.filter((id) => !orderOfLine.has(id)),
	);
	const orderLines = await client.read(saleOrderLine, ['id', 'order_id'], unknown);
	const orderOf = new Map(orderLines.map(({ id, order_id: order }) => [id, order?.id]));
	const grouped = groupBy(lines, ({ move_id: move }) => move?.id ?? 0);
	return new Map(
		[...grouped].map(([moveId, own]) => [
			moveId,
			own.flatMap(({ sale_line_ids: ids }) => ids.flatMap((id) => orderOf.get(id) ?? [])),
		]),
	);
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
		invoices: order.invoices.flatMap((invoice) => ({ ...invoice, ...header.get(invoice.id) })),
	}));
};

const signOf = ({ move_type: type }: InvoiceRecord): number => (type === 'out_refund' ? -1 : 1);

const toHeader = (record: InvoiceRecord): Omit<InvoiceFacts, 'orderIds' | 'lines'> => ({
	id: record.id,
	number: record.state === 'posted' ? record.name : null,
	kind: record.move_type === 'out_refund' ? 'creditNote' : 'invoice',
	state: record.state === 'posted' ? 'posted' : 'draft',
	total: signOf(record) * record.amount_total,
	due: signOf(record) * record.amount_residual,
	currency: record.currency_id?.name ?? '',
	companyId: record.company_id?.id ?? 0,
	date: record.invoice_date,
	createdAt: toIso(record.create_date),
	sending: record.is_move_sent ? 'sent' : record.is_being_sent ? 'queued' : 'unsent',
	reference: record.ref,
	narration: record.narration,
});

const toInvoice = (
	record: InvoiceRecord,
	lines: readonly LineRecord[],
	orderIds: readonly number[],
): InvoiceFacts => ({
	...toHeader(record),
	orderIds,
	lines: lines.flatMap((line) =>
		line.sale_line_ids.map((orderLineId) => toInvoiceLine(line, orderLineId, signOf(record))),
	),
});

const toInvoiceLine = (line: LineRecord, orderLineId: number, sign: number): InvoiceLineFacts => ({
	orderLineId,
	isDownPayment: line.is_downpayment,
	quantity: sign * line.quantity,
	unitPrice: line.price_unit,
	discount: line.discount,
	hasTax: line.tax_ids.length > 0,
});

const groupBy = <T>(values: readonly T[], keyOf: (value: T) => number): Map<number, T[]> => {
	const groups = new Map<number, T[]>();
	for (const value of values) {
		const key = keyOf(value);
		const group = groups.get(key);
		if (group) group.push(value);
		else groups.set(key, [value]);
	}
	return groups;
};

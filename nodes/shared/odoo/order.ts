import { z } from 'zod';

import type { OdooClient } from './OdooClient';
import { partner } from './records/partner';
import { product } from './records/product';
import type { Reference } from './records/fields';
import type { RecordOf } from './records/record';
import { saleOrder } from './records/saleOrder';
import { saleOrderLine } from './records/saleOrderLine';

const reference = z.object({ id: z.number(), name: z.string() });

export const orderLineSchema = z.object({
	id: z.number(),
	product: reference.extend({ sku: z.string().nullable() }).nullable(),
	description: z.string(),
	/** In `unit`. */
	quantity: z.number(),
	unit: reference.nullable(),
	delivered: z.number(),
	invoiced: z.number(),
	/** What Odoo would bill now, by the product's invoicing policy. */
	toInvoice: z.number(),
	unitPrice: z.number(),
	/** Percent. */
	discount: z.number(),
	/** Without tax, in the order's currency. */
	subtotal: z.number(),
	total: z.number(),
	isDownPayment: z.boolean(),
});

/** The sales order as every node passes it on. Amounts in the order's currency, times in UTC (ISO 8601). */
export const orderSchema = z.object({
	id: z.number(),
	reference: z.string(),
	state: z.enum(['draft', 'sent', 'sale', 'cancel']),
	locked: z.boolean(),
	customer: reference,
	/** The debtor: the commercial partner of the invoice address. */
	account: reference,
	invoiceTo: reference,
	shipTo: reference,
	company: reference,
	/** ISO 4217. */
	currency: z.string(),
	totals: z.object({ untaxed: z.number(), tax: z.number(), total: z.number() }),
	orderedAt: z.string().nullable(),
	requestedAt: z.string().nullable(),
	updatedAt: z.string().nullable(),
	salesperson: reference.nullable(),
	team: reference.nullable(),
	warehouse: reference.nullable(),
	paymentTerm: reference.nullable(),
	customerReference: z.string().nullable(),
	tagIds: z.array(z.number()),
	invoiceStatus: z.string(),
	deliveryStatus: z.string().nullable(),
	lines: z.array(orderLineSchema),
});

export type Order = z.output<typeof orderSchema>;
export type OrderLine = z.output<typeof orderLineSchema>;

/** The fields of the header that `toOrders` needs; a search that asks for them saves the first read. */
export const ORDER_FIELDS = [
	'id',
	'name',
	'state',
	'locked',
	'partner_id',
	'partner_invoice_id',
	'partner_shipping_id',
	'company_id',
	'currency_id',
	'amount_untaxed',
	'amount_tax',
	'amount_total',
	'date_order',
	'commitment_date',
	'write_date',
	'user_id',
	'team_id',
	'warehouse_id',
	'payment_term_id',
	'client_order_ref',
	'tag_ids',
	'invoice_status',
	'delivery_status',
] as const;

export const LINE_FIELDS = [
	'id',
	'order_id',
	'product_id',
	'name',
	'product_uom_qty',
	'product_uom_id',
	'qty_delivered',
	'qty_invoiced',
	'qty_to_invoice',
	'price_unit',
	'discount',
	'price_subtotal',
	'price_total',
	'is_downpayment',
] as const;

export type OrderHeader = RecordOf<typeof saleOrder, (typeof ORDER_FIELDS)[number]>;
export type LineRecord = RecordOf<typeof saleOrderLine, (typeof LINE_FIELDS)[number]>;

/** Reads whole orders: four calls for each 200 of them. Orders that are gone are missing in the answer. */
export const readOrders = async (client: OdooClient, ids: readonly number[]): Promise<Order[]> =>
	await toOrders(client, await client.read(saleOrder, ORDER_FIELDS, ids));

/** Completes headers with lines, debtors and article numbers: three calls for each 200 orders. */
export const toOrders = async (
	client: OdooClient,
	headers: readonly OrderHeader[],
): Promise<Order[]> => {
	if (headers.length === 0) return [];
	const [lines, partners] = await Promise.all([
		client.searchIn(
			saleOrderLine,
			LINE_FIELDS,
			'order_id',
			headers.map(({ id }) => id),
			[['display_type', '=', false]],
		),
		client.read(
			partner,
			['id', 'commercial_partner_id'],
			headers.flatMap(({ partner_invoice_id: invoiceTo }) => invoiceTo?.id ?? []),
		),
	]);
	const products = await client.read(
		product,
		['id', 'name', 'default_code'],
		lines.flatMap(({ product_id: item }) => item?.id ?? []),
	);
	const skuOf = new Map(products.map(({ id, default_code: sku }) => [id, sku]));
	const accountOf = new Map(
		partners.map(({ id, commercial_partner_id: account }) => [id, account]),
	);
	const linesOf = groupLines(lines);
	return headers.map((header) => toOrder(header, linesOf.get(header.id) ?? [], accountOf, skuOf));
};

const groupLines = (lines: readonly LineRecord[]): Map<number, LineRecord[]> => {
	const groups = new Map<number, LineRecord[]>();
	for (const line of lines) {
		const orderId = line.order_id?.id ?? 0;
		const group = groups.get(orderId);
		if (group) group.push(line);
		else groups.set(orderId, [line]);
	}
	return groups;
};

/** One order of its parts; `accountOf` by invoice address, `skuOf` by product. */
export const toOrder = (
	header: OrderHeader,
	lines: readonly LineRecord[],
	accountOf: ReadonlyMap<number, Reference | null>,
	skuOf: ReadonlyMap<number, string | null>,
): Order => {
	const customer = header.partner_id ?? NOBODY;
	const invoiceTo = header.partner_invoice_id ?? customer;
	return {
		id: header.id,
		reference: header.name,
		state: toState(header.state),
		locked: header.locked || header.state === 'done',
		customer,
		account: accountOf.get(invoiceTo.id) ?? invoiceTo,
		invoiceTo,
		shipTo: header.partner_shipping_id ?? customer,
		company: header.company_id ?? NOBODY,
		currency: header.currency_id?.name ?? '',
		totals: { untaxed: header.amount_untaxed, tax: header.amount_tax, total: header.amount_total },
		orderedAt: toIso(header.date_order),
		requestedAt: toIso(header.commitment_date),
		updatedAt: toIso(header.write_date),
		salesperson: header.user_id,
		team: header.team_id,
		warehouse: header.warehouse_id,
		paymentTerm: header.payment_term_id,
		customerReference: header.client_order_ref,
		tagIds: header.tag_ids,
		invoiceStatus: header.invoice_status,
		deliveryStatus: header.delivery_status,
		lines: lines.map((line) => toLine(line, skuOf)),
	};
};

const NOBODY: Reference = { id: 0, name: '' };

const toLine = (line: LineRecord, skuOf: ReadonlyMap<number, string | null>): OrderLine => ({
	id: line.id,
	product: line.product_id
		? { ...line.product_id, sku: skuOf.get(line.product_id.id) ?? null }
		: null,
	description: line.name,
	quantity: line.product_uom_qty,
	unit: line.product_uom_id,
	delivered: line.qty_delivered,
	invoiced: line.qty_invoiced,
	toInvoice: line.qty_to_invoice,
	unitPrice: line.price_unit,
	discount: line.discount,
	subtotal: line.price_subtotal,
	total: line.price_total,
	isDownPayment: line.is_downpayment,
});

/** Up to Odoo 16 a locked order had the state `done`. */
const toState = (state: string): Order['state'] =>
	state === 'done' ? 'sale' : z.enum(['draft', 'sent', 'sale', 'cancel']).parse(state);

/** Odoo's naive UTC time as ISO 8601. */
export const toIso = (dateTime: string | null): string | null =>
	dateTime ? `${dateTime.replace(' ', 'T')}Z` : null;
/** ISO 8601 as Odoo's naive UTC time, without a part of a second. */
export const toOdooTime = (time: Date): string => time.toISOString().slice(0, 19).replace('T', ' ');

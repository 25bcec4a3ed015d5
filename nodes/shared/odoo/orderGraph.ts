import { z } from 'zod';

import { chunksOf } from './batches';
import { FIRST_WITH_GRAPHS } from './graph';
import type { OdooClient } from './OdooClient';
import type { Json } from './OdooTransport';
import type { Order } from './order';
import { LINE_FIELDS, ORDER_FIELDS } from './orderFields';
import { readOrders } from './readOrders';
import { toOrder } from './toOrder';
import type { Reference } from './records/fields';
import { fieldsToRead, parseRecords, type RecordType } from './records/record';
import { saleOrder } from './records/saleOrder';
import { saleOrderLine } from './records/saleOrderLine';
import { answerIn } from './unexpectedAnswer';

type Specification = { readonly [field: string]: Json };

const NAMED: Json = { fields: { display_name: {} } };

/** By the names of that version; which ones refer to a record is told by today's. */
const specificationOf = (
	version: number,
	type: RecordType<z.ZodRawShape>,
	fields: readonly string[],
): Specification =>
	Object.fromEntries(
		fields.flatMap((field) =>
			fieldsToRead(version, type, [field]).map((name) => [
				name,
				field.endsWith('_id') ? NAMED : {},
			]),
		),
	);

const named = z.object({ id: z.number(), display_name: z.string() }).passthrough();
const row = z.record(z.unknown());
const lineExtras = z.object({
	display_type: z.unknown(),
	product_id: z.union([
		named.extend({ default_code: z.union([z.string(), z.literal(false)]) }),
		z.literal(false),
		z.null(),
	]),
});
const orderExtras = z.object({
	order_line: z.array(row.and(lineExtras)),
	partner_invoice_id: z.union([
		named.extend({ commercial_partner_id: z.union([named, z.literal(false)]) }),
		z.literal(false),
		z.null(),
	]),
});
const graphAnswer = z.object({ records: z.array(row.and(orderExtras)) });

type GraphRow = z.output<typeof graphAnswer>['records'][number];

/** `{ id, display_name }` as the pair that a plain read gives. */
const asPlainRow = (values: { readonly [field: string]: unknown }): { [field: string]: unknown } =>
	Object.fromEntries(
		Object.entries(values).map(([field, value]) => {
			const reference = named.safeParse(value);
			return [field, reference.success ? [reference.data.id, reference.data.display_name] : value];
		}),
	);

/** Whole orders, as `readOrders` gives them, in one call for each 200. An order that is gone is missing in the answer. */
export const readOrderGraph = async (
	client: OdooClient,
	ids: readonly number[],
): Promise<Order[]> => {
	const { version } = await client.session();
	if (version < FIRST_WITH_GRAPHS) return await readOrders(client, ids);
	const specification = {
		...specificationOf(version, saleOrder, ORDER_FIELDS),
		partner_invoice_id: { fields: { display_name: {}, commercial_partner_id: NAMED } },
		order_line: {
			fields: {
				...specificationOf(version, saleOrderLine, LINE_FIELDS),
				display_type: {},
				product_id: { fields: { display_name: {}, default_code: {} } },
			},
		},
	};
	const pages = await client.parallel(
		chunksOf([...new Set(ids)], client.batchSize),
		async (chunk) => {
			const args = { domain: [['id', 'in', chunk]], specification, limit: chunk.length };
			return answerIn(
				'sale.order.web_search_read',
				graphAnswer,
				await client.call('sale.order', 'web_search_read', {
					args,
					context: { active_test: false },
				}),
			).records;
		},
	);
	return pages.flat().map((record) => toOrderOf(version, record));
};

const toOrderOf = (version: number, record: GraphRow): Order => {
	const goods = record.order_line.filter(({ display_type: kind }) => !kind);
	const [header] = parseRecords(version, saleOrder, ORDER_FIELDS, [asPlainRow(record)]);
	const lines = parseRecords(version, saleOrderLine, LINE_FIELDS, goods.map(asPlainRow));
	const skuOf = new Map(
		goods.flatMap(({ product_id: item }) =>
			item ? [[item.id, item.default_code || null] as const] : [],
		),
	);
	const invoiceTo = record.partner_invoice_id;
	const account = invoiceTo && invoiceTo.commercial_partner_id;
	const accounts: [number, Reference][] =
		invoiceTo && account ? [[invoiceTo.id, { id: account.id, name: account.display_name }]] : [];
	if (!header) throw new RangeError('An order without a header');
	return toOrder({
		header,
		lines: [...lines].sort((a, b) => a.id - b.id),
		accountOf: new Map(accounts),
		skuOf,
	});
};

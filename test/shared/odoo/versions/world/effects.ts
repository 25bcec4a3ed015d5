import type { Json } from '../../../../../nodes/shared/odoo/OdooTransport';
import type { SentCall } from '../callFaults';
import { idsIn, isList, isObject, textsIn } from '../json';
import type { Database } from './database';
import type { Row } from './matches';
import { READ_ONLY } from './sales';

/** Of each move what is on the shelf, whoever else wants it. */
export const reserve = (database: Database, pickings: readonly number[]): void => {
	for (const [id, { picking_id: picking }] of database.rows('stock.move'))
		if (pickings.includes(Number(picking))) database.write('stock.move', id, { quantity: 4 });
};

export const unreserve = (database: Database, pickings: readonly number[]): void => {
	for (const [id, { picking_id: picking }] of database.rows('stock.move'))
		if (pickings.includes(Number(picking)))
			database.write('stock.move', id, { quantity: 0, state: 'confirmed' });
};

/** An invoice for each order, by its own terms, with a line for the order's first. */
export const bill = (database: Database, orders: readonly number[]): void => {
	const change = (model: string, id: number, values: Row) =>
		Object.assign(database.rows(model).get(id) ?? {}, values);
	const [like, likeLine] = ['account.move', 'account.move.line'].map((model) =>
		database.rows(model).get(4),
	);
	for (const order of orders) {
		const { order_line: lines, ...by } = database.rows('sale.order').get(order) ?? {};
		const sold = idsIn(lines)[0] ?? 0;
		const { price_unit: price, ...line } = database.rows('sale.order.line').get(sold) ?? {};
		const invoice = database.add('account.move', {
			...like,
			state: 'draft',
			name: '/',
			partner_id: by.partner_invoice_id ?? false,
			partner_shipping_id: by.partner_shipping_id ?? false,
			invoice_payment_term_id: by.payment_term_id ?? false,
		});
		const billed = database.add('account.move.line', {
			...likeLine,
			parent_state: 'draft',
			move_id: invoice,
			product_id: line.product_id ?? false,
			product_uom_id: line.product_uom_id ?? line.product_uom ?? false,
			price_unit: price ?? 0,
			tax_ids: line.tax_ids ?? line.tax_id ?? [],
			sale_line_ids: [sold],
		});
		change('account.move', invoice, { invoice_line_ids: [billed], line_ids: [billed] });
		change('sale.order', order, { invoice_ids: [invoice] });
		change('sale.order.line', sold, {
			invoice_lines: [billed],
			qty_to_invoice: 0,
			qty_invoiced: 5,
		});
	}
};

const REFUSED: Json = { ids: false, messages: [{ type: 'error', message: 'Refused.' }] };

/** An import; a hidden message is refused on an order that may only be read, and where Odoo would fail over it. */
export const load = (
	database: Database,
	model: string,
	{ fields, data }: SentCall['named'],
): Json => {
	const columns = textsIn(fields);
	const rows = (isList(data) ? data : []).filter(isList).map((cells): Row => {
		const row: Row = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
		const onOrder = row['res_model_id/id'] === 'sale.model_sale_order';
		return {
			...row,
			...(row.res_id === undefined ? {} : { res_id: Number(row.res_id) }),
			...(onOrder ? { res_model: 'sale.order' } : {}),
		};
	});
	const fails = ({ message_type: type, res_id: document, reply_to: replyTo }: Row) =>
		type === 'user_notification' &&
		(document === READ_ONLY || (database.version < 19 && replyTo === undefined));
	if (rows.some(fails)) return REFUSED;
	const known = new Map([...database.rows(model)].map(([id, row]) => [row.id, id]));
	const toId = (row: Row) =>
		Number(row['.id'] ?? 0) || (known.get(row.id ?? null) ?? database.add(model, row));
	return { ids: rows.map(toId), messages: [] };
};

export const create = (database: Database, model: string, values: Json | undefined): Json => {
	const make = (one: Json) => database.add(model, isObject(one) ? { ...one } : {});
	return isList(values) ? values.map(make) : make(values ?? null);
};

import type { HttpExchange, Json } from '../../../../../nodes/shared/odoo/OdooTransport';
import { callFaults, type SentCall } from '../callFaults';
import { fieldIn } from '../facts';
import { matches, valueOf, type Row, type Tables } from './matches';
import { records } from './records';
import { READ_ONLY } from './sales';

export interface RecordedCall extends SentCall {
	/** As `sale.order.search_read`. */
	readonly name: string;
	/** What this version would not have understood. */
	readonly faults: readonly string[];
}

const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);
const isObject = (value: unknown): value is { readonly [name: string]: Json } =>
	typeof value === 'object' && value !== null && !isList(value);
const ids = (value: Json | undefined): number[] =>
	isList(value) ? value.filter((id): id is number => typeof id === 'number') : [];
const names = (value: Json | undefined): string[] =>
	isList(value) ? value.filter((name): name is string => typeof name === 'string') : [];

const request = (body: unknown) => {
	const params = isObject(body) && isObject(body.params) ? body.params : {};
	return { service: params.service, args: isList(params.args) ? params.args : [] };
};

class AccessError extends Error {}

/**
 * An Odoo of that version with a few records, spoken to by JSON-RPC at the port for HTTP exchanges. It answers whatever
 * it is asked, so that a node goes on, and notes what the real one would not have understood.
 */
export const simulatedOdoo = (version: number) => {
	const tables: Tables = records();
	const calls: RecordedCall[] = [];
	let lastId = 10_000;
	const rowsOf = (model: string): Map<number, Row> => {
		const rows = tables.get(model) ?? new Map<number, Row>();
		tables.set(model, rows);
		return rows;
	};
	const add = (model: string, values: Row): number => {
		lastId += 1;
		const now = new Date().toISOString().slice(0, 19).replace('T', ' ');
		rowsOf(model).set(lastId, { create_date: now, write_date: now, ...values });
		return lastId;
	};
	const search = (model: string, domain: Json | undefined): number[] =>
		[...rowsOf(model).keys()].filter((id) =>
			matches(version, tables, { model, id }, isList(domain) ? domain : []),
		);

	const targetOf = (model: string, field: string): string =>
		fieldIn(version, model, field)?.model ?? '';
	/** Many2one as `[id, name]`, as a plain read has it. */
	const plain = (model: string, id: number, field: string): Json => {
		const value = valueOf(version, tables, { model, id }, field);
		return fieldIn(version, model, field)?.kind === 'many2one' && typeof value === 'number'
			? [
					value,
					valueOf(version, tables, { model: targetOf(model, field), id: value }, 'display_name'),
				]
			: value;
	};
	const read = (model: string, of: readonly number[], fields: readonly string[]): Json =>
		of.map((id) => ({
			id,
			...Object.fromEntries(fields.map((field) => [field, plain(model, id, field)])),
		}));
	/** As `web_search_read` answers a specification. */
	const graph = (model: string, of: readonly number[], specification: Json | undefined): Json =>
		of.map((id) => ({
			id,
			...Object.fromEntries(
				Object.entries(isObject(specification) ? specification : {}).map(([field, nested]) => {
					const value = valueOf(version, tables, { model, id }, field);
					const target = fieldIn(version, model, field)?.model;
					if (!target || !isObject(nested) || nested.fields === undefined) return [field, value];
					if (isList(value)) return [field, graph(target, ids(value), nested.fields)];
					const found = typeof value === 'number' ? graph(target, [value], nested.fields) : false;
					return [field, isList(found) ? (found[0] ?? false) : false];
				}),
			),
		}));

	const write = (model: string, id: number, values: Json | undefined): void => {
		const row = rowsOf(model).get(id);
		for (const [field, value] of Object.entries(isObject(values) ? values : {}))
			if (row && !isList(value)) row[field] = value;
	};
	const make = (model: string, values: Json | undefined): number =>
		add(model, isObject(values) ? { ...values } : {});

	/** Of each move what is on the shelf, whoever else wants it. */
	const reserve = (pickings: readonly number[]): void => {
		for (const [id, { picking_id: picking }] of rowsOf('stock.move'))
			if (pickings.includes(Number(picking))) write('stock.move', id, { quantity: 4 });
	};
	/** An invoice for each order, with a line for the order's first. */
	const bill = (orders: readonly number[]): void => {
		for (const order of orders) {
			const sold = ids(rowsOf('sale.order').get(order)?.order_line)[0] ?? 0;
			const like = { ...tables.get('account.move')?.get(4), state: 'draft', name: '/' };
			const invoice = add('account.move', like);
			const line = { ...tables.get('account.move.line')?.get(4), parent_state: 'draft' };
			const billed = add('account.move.line', { ...line, move_id: invoice, sale_line_ids: [sold] });
			Object.assign(rowsOf('account.move').get(invoice) ?? {}, {
				invoice_line_ids: [billed],
				line_ids: [billed],
			});
			Object.assign(rowsOf('sale.order').get(order) ?? {}, { invoice_ids: [invoice] });
			Object.assign(rowsOf('sale.order.line').get(sold) ?? {}, {
				invoice_lines: [billed],
				qty_to_invoice: 0,
				qty_invoiced: 5,
			});
		}
	};

	const load = (model: string, { fields, data }: SentCall['named']): Json => {
		const columns = names(fields);
		const rows = isList(data) ? data.filter(isList) : [];
		const isHidden = rows.some((cells) => cells.includes('user_notification'));
		const isReadOnly = rows.some((cells) => cells[columns.indexOf('res_id')] === String(READ_ONLY));
		if (isHidden && (isReadOnly || (version < 19 && !columns.includes('reply_to'))))
			return { ids: false, messages: [{ type: 'error', message: 'Refused.' }] };
		const found = rows.map((cells) => {
			const values: Row = Object.fromEntries(
				columns.map((column, at) => [column, cells[at] ?? '']),
			);
			if (values.res_id !== undefined) values.res_id = Number(values.res_id);
			const known = Number(values['.id'] ?? 0);
			return known || add(model, values);
		});
		return { ids: found, messages: [] };
	};

	const answer = ({ model, method, positional, named }: SentCall): Json => {
		const on = ids(positional[0]);
		const domain = named.domain ?? positional[0];
		const limit = typeof named.limit === 'number' ? named.limit : Infinity;
		const found = () => search(model, domain).slice(0, limit);
		switch (method) {
			case 'context_get':
				return { lang: 'en_US', tz: 'Europe/Berlin', ...(version < 16 ? {} : { uid: 2 }) };
			case 'search_read':
				return read(model, found(), names(named.fields));
			case 'web_search_read':
				return { length: 1, records: graph(model, found(), named.specification) };
			case 'read':
				return read(model, on, names(named.fields));
			case 'search_count':
				return found().length;
			case 'has_group':
				return true;
			case 'check_access_rights':
				return true;
			case 'has_access':
				return !on.includes(READ_ONLY);
			case 'check_access_rule':
				if (on.includes(READ_ONLY)) throw new AccessError();
				return null;
			case 'default_get':
				return { date_order: new Date().toISOString().slice(0, 19).replace('T', ' ') };
			case 'fields_get':
				return { name: { string: 'Name', type: 'char', store: true } };
			case 'get_metadata':
				return on.map((id) => ({ id, xmlid: String(rowsOf(model).get(id)?.id ?? false) }));
			case 'formatted_read_group':
			case 'read_group':
				return [];
			case 'load':
				return load(model, named);
			case 'create': {
				const [values] = positional;
				return isList(values) ? values.map((each) => make(model, each)) : make(model, values);
			}
			case 'write':
				for (const id of on) write(model, id, positional[1]);
				return true;
			case 'web_save_multi':
				on.forEach((id, at) =>
					write(model, id, isList(named.vals_list) ? named.vals_list[at] : undefined),
				);
				return on.map((id) => ({ id }));
			case 'action_confirm':
				for (const id of on) write(model, id, { state: 'sale' });
				return true;
			case 'action_post':
				for (const id of on) write(model, id, { state: 'posted', name: `INV/${id}` });
				return true;
			case 'action_assign':
				reserve(on);
				return true;
			case 'create_invoices':
				bill(isObject(named.context) ? ids(named.context.active_ids) : []);
				return { type: 'ir.actions.act_window' };
			default:
				return true;
		}
	};

	const exchange: HttpExchange = async ({ path, body }) => {
		const reply = (result: Json) => ({
			status: 200,
			body: { jsonrpc: '2.0', id: 1, result },
			text: '',
		});
		if (path.startsWith('/web/webclient')) return reply({ server_version_info: [version, 0] });
		const { service, args } = request(body);
		if (service === 'common') return reply(2);
		const [, , , model, method, positional, named] = args;
		const call: SentCall = {
			model: String(model),
			method: String(method),
			positional: isList(positional) ? positional : [],
			named: isObject(named) ? named : {},
		};
		calls.push({
			...call,
			name: `${call.model}.${call.method}`,
			faults: callFaults(version, call),
		});
		try {
			return await Promise.resolve(reply(answer(call)));
		} catch (error) {
			if (!(error instanceof AccessError)) throw error;
			const data = { name: 'odoo.exceptions.AccessError', message: 'Refused.' };
			return {
				status: 200,
				body: { jsonrpc: '2.0', id: 1, error: { message: '', data } },
				text: '',
			};
		}
	};
	return { exchange, calls };
};

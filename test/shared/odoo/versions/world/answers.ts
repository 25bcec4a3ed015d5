import type { Json } from '../../../../../nodes/shared/odoo/OdooTransport';
import type { SentCall } from '../callFaults';
import { idsIn, isList, isObject, textsIn } from '../json';
import type { Database } from './database';
import { bill, create, load, reserve, unreserve } from './effects';
import { READ_ONLY } from './sales';

/** Odoo's refusal for a missing right. */
export class AccessError extends Error {}

type Answer = (database: Database, call: SentCall) => Json;

const on = ({ positional }: SentCall): number[] => idsIn(positional[0]);

const found = (database: Database, { model, positional, named }: SentCall): number[] => {
	const limit = typeof named.limit === 'number' ? named.limit : Infinity;
	return database.search(model, named.domain ?? positional[0]).slice(0, limit);
};

/** A button that writes the same on all its records. */
const writes =
	(valuesOf: (id: number) => Json): Answer =>
	(database, call) => {
		for (const id of on(call)) database.write(call.model, id, valuesOf(id));
		return true;
	};

/** What each method answers with; any other one with `true`. */
const ANSWERS: { readonly [method: string]: Answer } = {
	action_assign: (database, call) => {
		reserve(database, on(call));
		return true;
	},
	action_confirm: writes(() => ({ state: 'sale' })),
	action_post: writes((id) => ({ state: 'posted', name: `INV/${id}` })),
	check_access_rule: (_database, call) => {
		if (on(call).includes(READ_ONLY)) throw new AccessError();
		return null;
	},
	context_get: ({ version }) => ({
		lang: 'en_US',
		tz: 'Europe/Berlin',
		...(version < 16 ? {} : { uid: 2 }),
	}),
	create: (database, { model, positional }) => create(database, model, positional[0]),
	create_invoices: (database, { named: { context = null } }) => {
		bill(database, isObject(context) ? idsIn(context.active_ids) : []);
		return { type: 'ir.actions.act_window' };
	},
	default_get: () => ({ date_order: new Date().toISOString().slice(0, 19).replace('T', ' ') }),
	do_unreserve: (database, call) => {
		unreserve(database, on(call));
		return true;
	},
	fields_get: () => ({ name: { string: 'Name', type: 'char', store: true } }),
	formatted_read_group: () => [],
	get_metadata: (database, call) =>
		on(call).map((id) => ({
			id,
			xmlid: String(database.rows(call.model).get(id)?.id ?? false),
		})),
	has_access: (_database, call) => !on(call).includes(READ_ONLY),
	load: (database, { model, named }) => load(database, model, named),
	read: (database, call) => database.read(call.model, on(call), textsIn(call.named.fields)),
	read_group: () => [],
	search_count: (database, call) => found(database, call).length,
	search_read: (database, call) =>
		database.read(call.model, found(database, call), textsIn(call.named.fields)),
	web_save_multi: (database, call) => {
		const { vals_list: values } = call.named;
		on(call).forEach((id, at) =>
			database.write(call.model, id, isList(values) ? values[at] : undefined),
		);
		return on(call).map((id) => ({ id }));
	},
	web_search_read: (database, call) => ({
		length: 1,
		records: database.graph(call.model, found(database, call), call.named.specification),
	}),
	write: (database, call) => writes(() => call.positional[1] ?? null)(database, call),
};

/** @throws AccessError */
export const answer: Answer = (database, call) => ANSWERS[call.method]?.(database, call) ?? true;

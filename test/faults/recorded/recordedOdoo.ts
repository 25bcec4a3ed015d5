import { z } from 'zod';

import type {
	HttpExchange,
	HttpReply,
	HttpRequest,
} from '../../../nodes/shared/odoo/OdooTransport';
import { toReply } from '../../../nodes/shared/odoo/protocol/reply';
import { BUTTONS } from './effects';
import { Reads, type Args } from './reads';
import type { Recording } from './recording';
import { Refusal } from './refusal';
import { Tables } from './tables';
import { nowInOdoo, Writes } from './writes';

export interface RecordedAccess {
	readonly database: string;
	readonly apiKey: string;
	readonly userName: string;
}

interface Called extends Args {
	readonly model: string;
	readonly method: string;
}

const READS: { readonly [method: string]: (reads: Reads, called: Called) => unknown } = {
	formatted_read_group: (reads, called) => reads.groups(called.model, called),
	read: (reads, called) => reads.read(called.model, called),
	search: (reads, called) => reads.search(called.model, called).map(({ id }) => id),
	search_count: (reads, called) => reads.search(called.model, called).length,
	search_read: (reads, called) => reads.searchRead(called.model, called),
	web_search_read: (reads, called) => reads.webSearchRead(called.model, called),
};

const WRITES: { readonly [method: string]: (writes: Writes, called: Called) => unknown } = {
	create: (writes, called) => writes.create(called.model, called),
	load: (writes, called) => writes.load(called.model, called),
	web_save_multi: (writes, called) => writes.saveMulti(called.model, called),
	write: (writes, called) => writes.write(called.model, called),
};

/** Arguments that come by place over JSON-RPC, behind the ids. */
const BY_PLACE: { readonly [method: string]: readonly string[] } = {
	create: ['vals_list'],
	default_get: ['fields'],
	search_count: ['domain'],
	write: ['vals'],
};

const record = z.record(z.unknown());
const ids = z.array(z.number()).default([]);
const rpcCall = z.object({
	params: z.object({ service: z.string(), method: z.string(), args: z.array(z.unknown()) }),
});

/** An Odoo in memory over recorded tables, which speaks both protocols. */
export class RecordedOdoo {
	private tables: Tables;
	private readonly uid: number;
	private readonly partnerId: number;

	constructor(
		private readonly recording: Recording,
		private readonly access: RecordedAccess,
		tables = Tables.of(recording),
	) {
		this.tables = tables;
		this.uid = recording.user.uid;
		const user = tables.row('res.users', this.uid);
		this.partnerId = user ? (tables.related('res.users', user, 'partner_id')[0] ?? 0) : 0;
	}

	/** What it holds at the moment. */
	get state(): Tables {
		return this.tables;
	}

	/** Another one that begins where this one stands. */
	copy(): RecordedOdoo {
		return new RecordedOdoo(this.recording, this.access, this.tables.copy());
	}

	readonly exchange: HttpExchange = async (request) => {
		if (request.path === '/web/webclient/version_info')
			return json(200, {
				jsonrpc: '2.0',
				id: null,
				result: { server_version_info: [this.recording.version, 0, 0, 'final', 0, ''] },
			});
		return request.path === '/jsonrpc' ? await this.jsonRpc(request) : await this.json2(request);
	};

	private async json2({ path, headers, body }: HttpRequest): Promise<HttpReply> {
		const [, model = '', method = ''] = /^\/json\/2\/([\w.]+)\/(\w+)$/.exec(path) ?? [];
		if (headers?.Authorization !== `bearer ${this.access.apiKey}`)
			return json(401, { name: 'werkzeug.exceptions.Unauthorized', message: 'Invalid apikey' });
		const { ids: recordIds, context, ...args } = record.parse(body);
		return await this.answer(
			{ model, method, ids: ids.parse(recordIds), args, context: record.parse(context ?? {}) },
			(value) => json(200, value),
			({ exception, message, status }) => json(status, { name: exception, message }),
		);
	}

	private async jsonRpc({ body }: HttpRequest): Promise<HttpReply> {
		const { service, method, args } = rpcCall.parse(body).params;
		const answered = (result: unknown) => json(200, { jsonrpc: '2.0', id: 1, result });
		const refused = ({ exception: name, message }: Refusal) =>
			json(200, {
				jsonrpc: '2.0',
				id: 1,
				error: { code: 200, message: 'Odoo Server Error', data: { name, message } },
			});
		if (service === 'common' && method === 'authenticate') {
			const [, userName, key] = args;
			const isKnown = userName === this.access.userName && key === this.access.apiKey;
			return answered(isKnown ? this.uid : false);
		}
		if (args[1] !== this.uid || args[2] !== this.access.apiKey)
			return refused(new Refusal('odoo.exceptions.AccessDenied', 401, 'Access Denied'));
		return await this.answer(toCalled(args.slice(3)), answered, refused);
	}

	/** One transaction: what is refused changed nothing. */
	private async answer(
		called: Called,
		answered: (value: unknown) => HttpReply,
		refused: (refusal: Refusal) => HttpReply,
	): Promise<HttpReply> {
		return await this.run(called).then(answered, async (error: unknown) =>
			error instanceof Refusal ? refused(error) : await Promise.reject(error),
		);
	}

	private async run(called: Called): Promise<unknown> {
		const { model, method } = called;
		const read = READS[method];
		if (read) return read(new Reads(this.tables), called);
		const own = this.ownAnswer(called);
		if (own !== undefined) return own;
		const next = this.tables.copy();
		const write = WRITES[method];
		const press = BUTTONS[`${model}.${method}`];
		const caller = { uid: this.uid, partnerId: this.partnerId };
		if (!write && !press) throw new Error(`The recording does not know ${model}.${method}`);
		const value = write
			? await write(new Writes(next, caller), called)
			: press?.(next, { ids: called.ids, now: nowInOdoo() });
		this.tables = next;
		return value;
	}

	private ownAnswer({ model, method, ids: recordIds }: Called): unknown {
		if (method === 'context_get') return this.recording.user;
		if (method === 'has_access') return true;
		if (method === 'default_get') return { date_order: nowInOdoo() };
		if (method === 'get_metadata')
			return recordIds.map((id) => {
				const names = [...this.tables.externalIds]
					.filter(([name, known]) => known === id && name.startsWith('n8n_o2c.') && model !== '')
					.map(([xmlid]) => ({ xmlid }));
				return { id, xmlid: names[0]?.xmlid ?? false, xmlids: names };
			});
		return undefined;
	}
}

const toCalled = ([model, method, positional, keywords]: readonly unknown[]): Called => {
	const name = String(method);
	const order = BY_PLACE[name] ?? [];
	const places = z.array(z.unknown()).parse(positional);
	const hasIds = places.length > order.length;
	const { context, ...named } = record.parse(keywords);
	const placed = order.map((argument, index) => [argument, places[index + (hasIds ? 1 : 0)]]);
	return {
		model: String(model),
		method: name,
		ids: hasIds ? ids.parse(places[0]) : [],
		args: { ...named, ...Object.fromEntries(placed) },
		context: record.parse(context ?? {}),
	};
};

const json = (status: number, value: unknown): HttpReply => toReply(status, JSON.stringify(value));

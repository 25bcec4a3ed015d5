import type { HttpExchange, HttpReply, Json } from '../../../../../nodes/shared/odoo/OdooTransport';
import { callFaults, type SentCall } from '../callFaults';
import { isList, isObject } from '../json';
import { AccessError, answer } from './answers';
import { Database } from './database';

export interface RecordedCall extends SentCall {
	/** As `sale.order.search_read`. */
	readonly name: string;
	/** What this version would not have understood. */
	readonly faults: readonly string[];
}

const request = (body: unknown): { readonly service?: Json; readonly args: readonly Json[] } => {
	const params = isObject(body) && isObject(body.params) ? body.params : {};
	return { service: params.service, args: isList(params.args) ? params.args : [] };
};

const reply = (said: { readonly result: Json } | { readonly error: Json }): HttpReply => ({
	status: 200,
	body: { jsonrpc: '2.0', id: 1, ...said },
	text: '',
});

const REFUSED = reply({
	error: {
		message: 'Refused.',
		data: { name: 'odoo.exceptions.AccessError', message: 'Refused.' },
	},
});

const toCall = ([, , , model, method, positional, named]: readonly Json[]): SentCall => ({
	model: String(model),
	method: String(method),
	positional: isList(positional) ? positional : [],
	named: isObject(named) ? named : {},
});

/**
 * An Odoo of that version with a few records, spoken to by JSON-RPC at the port for HTTP exchanges. It answers whatever
 * it is asked, so that a node goes on, and notes what the real one would not have understood.
 */
export const simulatedOdoo = (version: number) => {
	const database = new Database(version);
	const calls: RecordedCall[] = [];
	const exchange: HttpExchange = async ({ path, body }) => {
		if (path.startsWith('/web/webclient'))
			return reply({ result: { server_version_info: [version, 0] } });
		const { service, args } = request(body);
		if (service === 'common') return reply({ result: 2 });
		const call = toCall(args);
		const name = `${call.model}.${call.method}`;
		calls.push({ ...call, name, faults: callFaults(version, call) });
		const run = async () => await Promise.resolve(reply({ result: answer(database, call) }));
		return await run().catch(async (error: unknown) =>
			error instanceof AccessError ? REFUSED : await Promise.reject(error),
		);
	};
	return { exchange, calls };
};

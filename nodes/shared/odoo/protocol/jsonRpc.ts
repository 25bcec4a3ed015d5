import { z } from 'zod';

import { kindOfException, OdooError } from '../errors';
import { API_KEY_PLACEHOLDER } from './apiKey';
import type { HttpReply, HttpRequest, Json, OdooCall } from '../OdooTransport';

const envelope = z.object({
	result: z.unknown(),
	error: z
		.object({
			message: z.string(),
			data: z.object({ name: z.string(), message: z.string() }).partial().optional(),
		})
		.optional(),
});

const request = (
	call: string,
	service: string,
	method: string,
	args: readonly Json[],
): HttpRequest => ({
	call,
	method: 'POST',
	path: '/jsonrpc',
	headers: { 'X-Odoo-Database': String(args[0]) },
	body: { jsonrpc: '2.0', method: 'call', id: 1, params: { service, method, args } },
});

export const toLoginRequest = (database: string, userName: string): HttpRequest =>
	request('common.authenticate', 'common', 'authenticate', [
		database,
		userName,
		API_KEY_PLACEHOLDER,
		{},
	]);

export const toJsonRpcRequest = (
	database: string,
	uid: number,
	model: string,
	method: string,
	call: OdooCall,
): HttpRequest => {
	const { positional, named } = argumentsOf(method, call);
	const keywords = { ...named, context: call.context ?? {} };
	const args = [database, uid, API_KEY_PLACEHOLDER, model, method, positional, keywords];
	return request(`${model}.${method}`, 'object', 'execute_kw', args);
};

/** `create` reads its first positional argument to choose the shape of its answer (Odoo 14 to 18, `odoo/api.py`). */
const argumentsOf = (
	method: string,
	call: OdooCall,
): { positional: Json[]; named: { [name: string]: Json } } => {
	const { vals_list: values, ...named } = call.args ?? {};
	if (method === 'create' && values !== undefined) return { positional: [values], named };
	return { positional: call.ids ? [[...call.ids]] : [], named: { ...call.args } };
};

/** @throws OdooError for a reply with `error`, or one that is not JSON-RPC. */
export const fromJsonRpcReply = (call: string, reply: HttpReply): unknown => {
	const parsed = envelope.safeParse(reply.body);
	if (!parsed.success || reply.status !== 200)
		throw new OdooError({
			kind: reply.status >= 502 && reply.status <= 503 ? 'unreachable' : 'server',
			call,
			reason: `the address answered HTTP ${reply.status} without JSON-RPC`,
			advice:
				'Check the URL in the credential: it must be the address of Odoo itself, without a path.',
		});
	const { error, result } = parsed.data;
	if (!error) return recordsetToIds(result ?? null);
	const kind = kindOfException(error.data?.name ?? '');
	throw new OdooError({ kind, call, reason: error.data?.message || error.message });
};

/** Odoo up to 18 answers some recordset results as text, `mail.activity(1, 2)`. */
const recordsetToIds = (result: unknown): unknown => {
	const match = typeof result === 'string' ? /^[a-z][\w.]*\(([\d, ]*)\)$/.exec(result) : null;
	return match
		? (match[1] ?? '')
				.split(',')
				.filter((id) => id.trim() !== '')
				.map(Number)
		: result;
};

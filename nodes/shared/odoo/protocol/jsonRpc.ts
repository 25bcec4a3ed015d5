import { z } from 'zod';

import { OdooError } from '../errors';
import type { HttpReply, HttpRequest, Json } from '../OdooTransport';
import { API_KEY_PLACEHOLDER } from './apiKey';
import type { MethodCall } from './methodCall';
import { notOdoo } from './notOdoo';
import { refused } from './refusal';

/** Every answer says which protocol it speaks; one that does not is somebody else's JSON. */
const envelope = z.object({
	jsonrpc: z.literal('2.0'),
	result: z.unknown(),
	error: z
		.object({
			message: z.string(),
			data: z.object({ name: z.string(), message: z.string() }).partial().optional(),
		})
		.optional(),
});

interface ServiceCall {
	/** For messages. */
	readonly name: string;
	readonly service: 'common' | 'object';
	readonly method: string;
	/** The database first. */
	readonly args: readonly [database: string, ...Json[]];
}

const request = ({ name, service, method, args }: ServiceCall): HttpRequest => ({
	call: name,
	method: 'POST',
	path: '/jsonrpc',
	headers: { 'X-Odoo-Database': args[0] },
	body: { jsonrpc: '2.0', method: 'call', id: 1, params: { service, method, args } },
});

export const toLoginRequest = (database: string, userName: string): HttpRequest =>
	request({
		name: 'common.authenticate',
		service: 'common',
		method: 'authenticate',
		args: [database, userName, API_KEY_PLACEHOLDER, {}],
	});

export const toJsonRpcRequest = (uid: number, call: MethodCall): HttpRequest => {
	const { database, model, method, context = {} } = call;
	const { positional, named } = argumentsOf(call);
	const keywords = { ...named, context };
	return request({
		name: `${model}.${method}`,
		service: 'object',
		method: 'execute_kw',
		args: [database, uid, API_KEY_PLACEHOLDER, model, method, positional, keywords],
	});
};

/**
 * Arguments that go by position, in their order: their names differ between versions and models, as `vals` and `values`
 * of `write`; and `create` reads its first one to choose the shape of its answer (`odoo/api.py`).
 */
const BY_POSITION: { readonly [method: string]: readonly string[] } = {
	create: ['vals_list'],
	default_get: ['fields'],
	search_count: ['domain'],
	write: ['vals'],
};

const argumentsOf = ({
	method,
	ids,
	args = {},
}: MethodCall): { positional: Json[]; named: { [name: string]: Json } } => {
	const order = Object.hasOwn(BY_POSITION, method) ? (BY_POSITION[method] ?? []) : [];
	const placed = order.flatMap((name) => {
		const value = args[name];
		return value === undefined ? [] : [value];
	});
	const named = Object.entries(args).filter(([name]) => !order.includes(name));
	return {
		positional: [...(ids ? [[...ids]] : []), ...placed],
		named: Object.fromEntries(named),
	};
};

/** @throws OdooError for a reply with `error`, or one that is not JSON-RPC */
export const fromJsonRpcReply = (call: string, reply: HttpReply): unknown => {
	const parsed = envelope.safeParse(reply.body);
	// Every Odoo has that path.
	if (reply.status === 404 && !parsed.success) throw elsewhere(call);
	if (!parsed.success || reply.status !== 200) throw notOdoo(call, reply);
	const { error, result } = parsed.data;
	if (!error) return recordsetToIds(result ?? null);
	const { name = '', message = error.message } = error.data ?? {};
	throw refused(call, { name, message: message || error.message });
};

const elsewhere = (call: string): OdooError =>
	new OdooError({
		kind: 'misconfigured',
		call,
		reason: 'the address does not answer like Odoo (HTTP 404)',
	});

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

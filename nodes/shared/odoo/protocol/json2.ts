import { z } from 'zod';

import { OdooError, type OdooFailureKind } from '../errors';
import type { HttpReply, HttpRequest } from '../OdooTransport';
import { kindOfException } from './exceptions';
import type { MethodCall } from './methodCall';

const errorBody = z.object({ name: z.string(), message: z.string() });

/** JSON-2, `POST /json/2/<model>/<method>`: Odoo 19 and later. Never sends an empty body: n8n would drop it. */
export const toJson2Request = ({
	database,
	model,
	method,
	ids,
	args,
	context = {},
}: MethodCall): HttpRequest => ({
	call: `${model}.${method}`,
	method: 'POST',
	path: `/json/2/${model}/${method}`,
	// Without it Odoo lists all databases on each request, and refuses when there are several.
	headers: { 'X-Odoo-Database': database },
	body: { ...args, ...(ids ? { ids: [...ids] } : {}), context },
});

const KIND_BY_STATUS: { readonly [status: number]: OdooFailureKind } = {
	401: 'accessDenied',
	403: 'accessDenied',
	404: 'missingRecord',
	409: 'conflict',
	422: 'validation',
	429: 'unreachable',
	502: 'unreachable',
	503: 'unreachable',
	504: 'outcomeUnknown',
};

/** @throws OdooError for every reply that is not a 200 with JSON. */
export const fromJson2Reply = (call: string, reply: HttpReply): unknown => {
	const parsed = errorBody.safeParse(reply.body);
	if (reply.status === 200 && typeof reply.body !== 'string') return reply.body;
	if (reply.status === 200) return textResult(call, reply.body);
	if (!parsed.success) throw withoutJson(call, reply);
	const byName = kindOfException(parsed.data.name);
	const kind = byName === 'server' ? (KIND_BY_STATUS[reply.status] ?? 'server') : byName;
	throw new OdooError({ kind, call, reason: parsed.data.message });
};

/** A JSON string result arrives as text when the host already parsed it; an HTML page is never a result. */
const textResult = (call: string, body: unknown): unknown => {
	const text = String(body);
	if (!/^\s*</.test(text)) return text;
	throw new OdooError({
		kind: 'server',
		call,
		reason: 'the address answered with a web page instead of JSON',
		advice:
			'Check the URL in the credential: it must be the address of Odoo itself, without a path.',
	});
};

const withoutJson = (call: string, { status }: HttpReply): OdooError => {
	if (status >= 300 && status < 400)
		return new OdooError({
			kind: 'server',
			call,
			reason: `the address redirects (HTTP ${status})`,
			advice: 'Use the final address in the credential, usually the one with https.',
		});
	if (status === 404)
		return new OdooError({
			kind: 'server',
			call,
			reason: 'Odoo does not know this database, or has no JSON-2 interface (HTTP 404)',
			advice: 'Check the database name in the credential; for Odoo 14 to 18 choose JSON-RPC.',
		});
	return new OdooError({
		kind: KIND_BY_STATUS[status] ?? 'server',
		call,
		reason: `HTTP ${status} without a reason`,
	});
};

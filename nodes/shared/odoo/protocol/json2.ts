import { z } from 'zod';

import { OdooError } from '../errors';
import type { HttpReply, HttpRequest } from '../OdooTransport';
import type { MethodCall } from './methodCall';
import { isInDoubt, notOdoo } from './notOdoo';
import { refused } from './refusal';

export const FIRST_WITH_JSON2 = 19;

/** Odoo names its exception with the module it comes from; somebody else's JSON does not. */
const refusal = z.object({ name: z.string().regex(/^\w+(\.\w+)+$/), message: z.string() });

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

/** @throws OdooError for every reply that is not a 200 with JSON */
export const fromJson2Reply = (call: string, reply: HttpReply): unknown => {
	if (reply.status === 200 && reply.body !== undefined) return reply.body;
	const said = refusal.safeParse(reply.body);
	if (reply.status >= 400 && said.success && !isInDoubt(reply.status))
		throw refused(call, said.data, reply.status);
	throw notOdoo(call, reply);
};

const jsonRpc = z.object({ jsonrpc: z.string() });

/** An older Odoo has no page there, says so as JSON-RPC, or sends on to its log-in. */
export const isUnknownPath = ({ status, body }: HttpReply): boolean =>
	jsonRpc.safeParse(body).success ||
	(body === undefined && (status === 404 || (status >= 300 && status < 400)));

export const withoutJson2 = (call: string, version: number): OdooError =>
	new OdooError({
		kind: 'misconfigured',
		call,
		reason: `Odoo ${version} has no JSON-2 interface`,
		advice: "Set 'API Version' in the credential to Auto or to JSON-RPC.",
	});

import { z } from 'zod';

import type { HttpReply, HttpRequest } from '../OdooTransport';
import type { MethodCall } from './methodCall';
import { notOdoo } from './notOdoo';
import { refused } from './refusal';

const refusal = z.object({ name: z.string(), message: z.string() });

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
	if (reply.status >= 400 && said.success) throw refused(call, said.data, reply.status);
	throw notOdoo(call, reply);
};

import { z } from 'zod';

import type { HttpExchange } from '../../../nodes/shared/odoo/OdooTransport';

/** A call of JSON-2 that reached Odoo. */
export interface ObservedCall {
	readonly model: string;
	readonly method: string;
	readonly body: { readonly [name: string]: unknown };
	readonly answer: unknown;
}

const body = z.record(z.unknown());

/** An exchange that remembers what passed. */
export const observed = (exchange: HttpExchange) => {
	const calls: ObservedCall[] = [];
	const watching: HttpExchange = async (request) => {
		const reply = await exchange(request);
		const [, model, method] = /^\/json\/2\/([\w.]+)\/(\w+)$/.exec(request.path) ?? [];
		if (model && method)
			calls.push({ model, method, body: body.parse(request.body ?? {}), answer: reply.body });
		return reply;
	};
	return { exchange: watching, calls };
};

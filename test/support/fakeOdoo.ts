import { OdooClient, type ClientOptions } from '../../nodes/shared/odoo/OdooClient';
import type { OdooCall, OdooTransport } from '../../nodes/shared/odoo/OdooTransport';
import { stillHost } from './hosts';

export interface RecordedCall extends OdooCall {
	/** `sale.order.search_read` */
	readonly name: string;
}

type Answer = (call: OdooCall) => unknown;

/**
 * The transport port played from a script, for unit tests only: an answer by `model.method`, a value or a function of
 * the call. Throwing from the function plays a failure. What Odoo really does is proved in `test/live`.
 */
export const fakeOdoo = (answers: { readonly [name: string]: unknown }, version = 19) => {
	const calls: RecordedCall[] = [];
	const session: { readonly [name: string]: unknown } = {
		'res.users.context_get': { uid: 2, lang: 'en_US', tz: 'Europe/Berlin' },
		'res.company.search_read': [{ id: 1, name: 'My Company', currency_id: [1, 'EUR'] }],
	};
	const transport: OdooTransport = {
		version: async () => version,
		userId: async () => null,
		async call(model, method, call = {}) {
			const name = `${model}.${method}`;
			calls.push({ name, ...call });
			const answer = answers[name] ?? session[name];
			if (answer === undefined) throw new Error(`The script has no answer for ${name}`);
			return typeof answer === 'function' ? (answer as Answer)(call) : answer;
		},
	};
	const client = (options: Partial<ClientOptions> = {}) =>
		new OdooClient(transport, { host: stillHost(), ...options });
	const named = (name: string) => calls.filter((call) => call.name === name);
	return { transport, calls, named, client };
};

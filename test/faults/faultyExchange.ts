import { networkFailure } from '../../nodes/shared/odoo/networkFailure';
import type { HttpExchange, HttpRequest } from '../../nodes/shared/odoo/OdooTransport';
import { toReply } from '../../nodes/shared/odoo/protocol/reply';
import type { Fault, Moment, Protocol } from './catalogue';

/** Which calls fail: the first one of that place, every one like it from then on, or all from then on. */
export type Lasting = 'once' | 'call' | 'line';

export interface FaultPlan {
	/** Counted from 1 over all calls, or the first call of that name. */
	readonly at: number | string;
	readonly fault: Fault;
	readonly moment: Moment;
	readonly lasting: Lasting;
}

/** `sale.order.write`, `version` or `login`, from the request of either protocol. */
export const callOf = ({ path, body }: HttpRequest): string => {
	const [, model, method] = /^\/json\/2\/([\w.]+)\/(\w+)$/.exec(path) ?? [];
	if (model && method) return `${model}.${method}`;
	const params = typeof body === 'object' && body !== null && 'params' in body ? body.params : null;
	const args =
		typeof params === 'object' && params !== null && 'args' in params ? params.args : null;
	if (!Array.isArray(args)) return 'version';
	return args.length > 5 ? `${String(args[3])}.${String(args[4])}` : 'login';
};

const protocolOf = ({ path }: HttpRequest): Protocol =>
	path.startsWith('/json/2/') ? 'json2' : 'jsonRpc';

/** An exchange that fails as planned; `calls` lists what was sent, and `failed` what of it met the fault. */
export const faultyExchange = (real: HttpExchange, plan?: FaultPlan) => {
	const calls: string[] = [];
	const failed: string[] = [];
	const meetsFault = (call: string): boolean => {
		if (!plan) return false;
		const isFirst =
			failed.length === 0 &&
			(typeof plan.at === 'number' ? calls.length === plan.at : call === plan.at);
		if (isFirst || failed.length === 0) return isFirst;
		return plan.lasting === 'line' || (plan.lasting === 'call' && call === failed[0]);
	};
	const exchange: HttpExchange = async (request) => {
		const call = callOf(request);
		calls.push(call);
		if (!plan || !meetsFault(call)) return await real(request);
		failed.push(call);
		if (plan.moment === 'after') await real(request);
		const played = plan.fault.plays[protocolOf(request)];
		if (played.kind === 'reply') return toReply(played.status, played.text, played.retryAfter);
		throw networkFailure(request.call, {
			code: played.code,
			systemCall: played.systemCall,
			message: 'played by the test',
		});
	};
	return { exchange, calls, failed };
};

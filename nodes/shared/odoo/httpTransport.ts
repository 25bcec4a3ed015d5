import { z } from 'zod';

import { isOdooError, OdooError, ownAdvice } from './errors';
import type {
	HttpExchange,
	HttpReply,
	HttpRequest,
	OdooConnection,
	OdooTransport,
} from './OdooTransport';
import { isRead, readAnswer } from './protocol/answers';
import {
	FIRST_WITH_JSON2,
	fromJson2Reply,
	isUnknownPath,
	toJson2Request,
	withoutJson2,
} from './protocol/json2';
import { fromJsonRpcReply, toJsonRpcRequest, toLoginRequest } from './protocol/jsonRpc';
import type { MethodCall } from './protocol/methodCall';
import { notOdoo } from './protocol/notOdoo';
import { toMajorVersion, versionRequest } from './protocol/version';
import { NO_MEMORY, type SessionMemory } from './sessionMemory';

/** The first time's answer for every later caller, and a new try after a failure. */
const once = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
	let answer: Promise<T> | undefined;
	return () =>
		(answer ??= ask().catch((error: unknown) => {
			answer = undefined;
			return Promise.reject(error);
		}));
};

/** A read that broke has no effect: it is only not answered. */
const asRead = async (error: unknown): Promise<never> =>
	await Promise.reject(
		isOdooError(error) && error.kind === 'outcomeUnknown'
			? new OdooError({
					kind: 'unreachable',
					call: error.call,
					reason: error.reason,
					advice: ownAdvice(error),
					retryAfter: error.retryAfter,
					cause: error,
				})
			: error,
	);

const LOGIN = 'common.authenticate';
const userId = z.union([z.number(), z.literal(false)]);

/** False when Odoo refuses the user. */
const toUserId = (reply: HttpReply): number | false => {
	const uid = userId.safeParse(fromJsonRpcReply(LOGIN, reply));
	if (uid.success) return uid.data;
	throw notOdoo(LOGIN, reply);
};

/** What the call really answered. @throws OdooError for a window, and for an answer that cannot be Odoo's */
const answered = (
	{ model, method, args }: MethodCall,
	{ reply, value }: { readonly reply: HttpReply; readonly value: unknown },
): unknown => {
	const call = `${model}.${method}`;
	const answer = readAnswer(method, value, args);
	if (answer.kind === 'answer') return answer.value;
	if (answer.kind === 'foreign') throw notOdoo(call, reply);
	throw new OdooError({
		kind: 'validation',
		call,
		reason: `Odoo asks something first and has done nothing: ${answer.title}`,
		advice: 'Do it manually in Odoo, where the question can be answered, then run the item again.',
	});
};

/** An OdooTransport over any HTTP exchange: picks the protocol by version, logs in once per transport. */
export const httpTransport = (
	exchange: HttpExchange,
	connection: OdooConnection,
	{ identity }: Pick<SessionMemory, 'identity'> = NO_MEMORY,
): OdooTransport => {
	const { database, apiVersion, userName } = connection;
	const ask = async <T>(request: HttpRequest, toAnswer: (reply: HttpReply) => T): Promise<T> =>
		await exchange(request).then(toAnswer).catch(asRead);
	const askVersion = once(async () => await ask(versionRequest, toMajorVersion));
	const version = async () => identity()?.version ?? (await askVersion());
	const usesJson2 = async () =>
		apiVersion === 'json2' || (apiVersion === 'auto' && (await version()) >= FIRST_WITH_JSON2);

	const authenticate = once(async () => {
		if (!userName)
			throw new OdooError({
				kind: 'accessDenied',
				call: LOGIN,
				reason: 'JSON-RPC needs the user name of the API key',
				advice: 'Enter the user name in the credential.',
			});
		const uid = await ask(toLoginRequest(database, userName), toUserId);
		if (uid !== false) return uid;
		throw new OdooError({
			kind: 'accessDenied',
			call: LOGIN,
			reason: 'Odoo refused the user name or the API key',
		});
	});
	const login = async () => identity()?.uid ?? (await authenticate());

	const send = async (call: MethodCall) => {
		const name = `${call.model}.${call.method}`;
		if (await usesJson2()) {
			const reply = await exchange(toJson2Request(call));
			if (isUnknownPath(reply) && (await version()) < FIRST_WITH_JSON2)
				throw withoutJson2(name, await version());
			return { reply, value: fromJson2Reply(name, reply) };
		}
		const reply = await exchange(toJsonRpcRequest(await login(), call));
		return { reply, value: fromJsonRpcReply(name, reply) };
	};

	return {
		version,
		userId: async () => ((await usesJson2()) ? null : await login()),
		async call(model, method, call = {}) {
			const wanted = { ...call, database, model, method };
			const run = async () => answered(wanted, await send(wanted));
			return isRead(method) ? await run().catch(asRead) : await run();
		},
	};
};

import { OdooError } from './errors';
import type { HttpExchange, OdooConnection, OdooTransport } from './OdooTransport';
import { fromJson2Reply, toJson2Request } from './protocol/json2';
import { fromJsonRpcReply, toJsonRpcRequest, toLoginRequest } from './protocol/jsonRpc';
import { toMajorVersion, versionRequest } from './protocol/version';

export const FIRST_WITH_JSON2 = 19;

/** The first time's answer for every later caller, and a new try after a failure. */
const once = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
	let answer: Promise<T> | undefined;
	return () =>
		(answer ??= ask().catch((error: unknown) => {
			answer = undefined;
			return Promise.reject(error);
		}));
};

/** An OdooTransport over any HTTP exchange: picks the protocol by version, logs in once per transport. */
export const httpTransport = (
	exchange: HttpExchange,
	connection: OdooConnection,
): OdooTransport => {
	const { database, apiVersion, userName } = connection;
	const version = once(async () => toMajorVersion(await exchange(versionRequest)));
	const usesJson2 = async () =>
		apiVersion === 'json2' || (apiVersion === 'auto' && (await version()) >= FIRST_WITH_JSON2);

	const login = once(async () => {
		if (!userName)
			throw new OdooError({
				kind: 'accessDenied',
				call: 'common.authenticate',
				reason: 'JSON-RPC needs the user name of the API key',
				advice: 'Enter the user name in the credential.',
			});
		const uid = fromJsonRpcReply(
			'common.authenticate',
			await exchange(toLoginRequest(database, userName)),
		);
		if (typeof uid === 'number') return uid;
		throw new OdooError({
			kind: 'accessDenied',
			call: 'common.authenticate',
			reason: 'Odoo refused the user name or the API key',
		});
	});

	return {
		version,
		async call(model, method, call = {}) {
			const name = `${model}.${method}`;
			const named = { ...call, database, model, method };
			if (await usesJson2()) return fromJson2Reply(name, await exchange(toJson2Request(named)));
			return fromJsonRpcReply(name, await exchange(toJsonRpcRequest(await login(), named)));
		},
	};
};

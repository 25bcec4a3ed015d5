import type { IAllExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { z } from 'zod';

import { networkFailure } from '../odoo/networkFailure';
import type { HttpExchange, HttpRequest } from '../odoo/OdooTransport';
import { ODOO_CREDENTIAL } from './credential';

/** Longer than Odoo's own limit for one request (120 s), so that Odoo gives up first and says why. */
const TIMEOUT_MS = 150_000;

const fullResponse = z.object({ statusCode: z.number(), body: z.unknown() });

const toOptions = (baseUrl: string, request: HttpRequest): IHttpRequestOptions => ({
	method: request.method,
	url: `${baseUrl}${request.path}`,
	headers: { ...request.headers },
	body: request.body,
	json: true,
	timeout: TIMEOUT_MS,
	returnFullResponse: true,
	ignoreHttpStatusErrors: true,
	// A redirected POST would silently become a GET, and the key must not travel to another host.
	disableFollowRedirect: true,
	sendCredentialsOnCrossOriginRedirect: false,
});

/** n8n's own HTTP helper: proxied, cancellable, guarded, with the credential applied by n8n. */
export const n8nExchange =
	(
		context: Pick<IAllExecuteFunctions, 'helpers'>,
		baseUrl: string,
		credentialName: string = ODOO_CREDENTIAL,
	): HttpExchange =>
	async (request) => {
		const send = context.helpers.httpRequestWithAuthentication.call(
			context as IAllExecuteFunctions,
			credentialName,
			toOptions(baseUrl, request),
		);
		const { statusCode, body } = fullResponse.parse(
			await (send as Promise<unknown>).catch(
				async (error: unknown) =>
					await Promise.reject(networkFailure(request.call, codeOf(error), messageOf(error))),
			),
		);
		return { status: statusCode, body };
	};

const messageOf = (error: unknown): string =>
	error instanceof Error ? error.message : String(error);

const withCode = z
	.object({ code: z.string().optional(), httpCode: z.string().nullish(), cause: z.unknown() })
	.passthrough();

/** Node's code lies on the error or somewhere along its causes; n8n copies it into `httpCode`. */
export const codeOf = (error: unknown, depth = 0): string | undefined => {
	const parsed = withCode.safeParse(error);
	if (!parsed.success || depth > 4) return undefined;
	const { code, httpCode, cause } = parsed.data;
	return (
		[code, httpCode].find((name) => typeof name === 'string' && /^[A-Z_]+$/.test(name)) ??
		codeOf(cause, depth + 1)
	);
};

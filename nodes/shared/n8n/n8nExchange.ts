import type { IAllExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { z } from 'zod';

import { isOdooError } from '../odoo/errors';
import { networkFailure } from '../odoo/networkFailure';
import { readWhole } from '../odoo/protocol/readWhole';
import { toReply } from '../odoo/protocol/reply';
import type { HttpExchange, HttpRequest } from '../odoo/OdooTransport';
import { ODOO_CREDENTIAL } from './credential';
import { troubleOf } from './networkTrouble';

/** Longer than Odoo's own limit for one request (120 s), so that Odoo gives up first and says why. */
const DEADLINE_MS = 150_000;

const fullResponse = z.object({
	statusCode: z.number(),
	body: z.unknown(),
	headers: z.record(z.unknown()).default({}),
});

const toOptions = (
	baseUrl: string,
	request: HttpRequest,
	abortSignal: AbortSignal,
): IHttpRequestOptions => ({
	method: request.method,
	url: `${baseUrl}${request.path}`,
	headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...request.headers },
	body: request.body,
	// Read here, so that its size and time are bounded and what was cut off is not taken for an answer.
	encoding: 'stream',
	timeout: DEADLINE_MS,
	abortSignal,
	returnFullResponse: true,
	ignoreHttpStatusErrors: true,
	// A redirected POST would silently become a GET, and the key must not travel to another host.
	disableFollowRedirect: true,
	sendCredentialsOnCrossOriginRedirect: false,
});

/**
 * n8n's own HTTP helper: proxied, guarded, with the credential applied by n8n.
 * @param cancelled ends what is under way when the execution is cancelled
 */
export const n8nExchange =
	(
		context: Pick<IAllExecuteFunctions, 'helpers'>,
		baseUrl: string,
		{
			credentialName = ODOO_CREDENTIAL,
			cancelled,
		}: { readonly credentialName?: string; readonly cancelled?: AbortSignal } = {},
	): HttpExchange =>
	async (request) => {
		const deadline = AbortSignal.timeout(DEADLINE_MS);
		const signal = cancelled ? AbortSignal.any([deadline, cancelled]) : deadline;
		const send = async () => {
			const reply: unknown = await context.helpers.httpRequestWithAuthentication.call(
				context as IAllExecuteFunctions,
				credentialName,
				toOptions(baseUrl, request, signal),
			);
			const { statusCode, body, headers } = fullResponse.parse(reply);
			const retryAfter = headers['retry-after'];
			return toReply(
				statusCode,
				await readWhole(request.call, body),
				typeof retryAfter === 'string' ? retryAfter : undefined,
			);
		};
		return await send().catch(
			async (error: unknown) =>
				await Promise.reject(
					isOdooError(error) ? error : networkFailure(request.call, troubleOf(error)),
				),
		);
	};

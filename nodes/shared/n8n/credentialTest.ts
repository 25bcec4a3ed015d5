import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { z } from 'zod';

import { httpTransport } from '../odoo/httpTransport';
import { networkFailure } from '../odoo/networkFailure';
import { OdooClient } from '../odoo/OdooClient';
import type { HttpExchange } from '../odoo/OdooTransport';
import { applyApiKey } from '../odoo/protocol/apiKey';
import { toReply } from '../odoo/protocol/reply';
import { describeFailure, describeUser, readUserReport } from '../odoo/userReport';
import { parseAccess } from './credential';
import { troubleOf } from './networkTrouble';

const fullResponse = z.object({ statusCode: z.number(), body: z.unknown() });

/** Somebody waits for it in front of the screen. */
const DEADLINE_MS = 30_000;

/** A credential test has no other HTTP than this helper, and applies the key itself. */
const testExchange =
	(helpers: ICredentialTestFunctions['helpers'], baseUrl: string, apiKey: string): HttpExchange =>
	async (request) => {
		const { headers, body } = applyApiKey({ headers: request.headers, body: request.body }, apiKey);
		const reply: unknown = await helpers
			.request({
				method: request.method,
				uri: `${baseUrl}${request.path}`,
				headers: { 'Content-Type': 'application/json', ...headers },
				body: JSON.stringify(body),
				timeout: DEADLINE_MS,
				resolveWithFullResponse: true,
				simple: false,
				followRedirect: false,
			})
			.catch(
				async (error: unknown) =>
					await Promise.reject(networkFailure(request.call, troubleOf(error))),
			);
		const { statusCode, body: answer } = fullResponse.parse(reply);
		return toReply(statusCode, typeof answer === 'string' ? answer : JSON.stringify(answer));
	};

const noRetry = { tries: 1, firstDelayMs: 0, longestDelayMs: 0 };

/** @throws NodeOperationError that names the field to correct */
const testClient = (
	helpers: ICredentialTestFunctions['helpers'],
	data: ICredentialDataDecryptedObject,
): OdooClient => {
	const { baseUrl, connection, companyId, pipelineUsers } = parseAccess(data);
	const transport = httpTransport(testExchange(helpers, baseUrl, String(data.apiKey)), connection);
	const host = {
		sleep: async (ms: number) => await sleep(ms),
		random: Math.random,
		now: () => new Date(),
	};
	return new OdooClient(transport, { host, companyId, pipelineUsers, retry: noRetry });
};

/** Tells Odoo's version, the user, missing rights and when the key ends. */
export async function testOdooCredential(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const { helpers } = this;
	const report = async () => await readUserReport(testClient(helpers, data));
	return await report().then(
		(found) => ({ status: found.mayUseSales ? 'OK' : 'Error', message: describeUser(found) }),
		(error: unknown) => ({ status: 'Error', message: describeFailure(error) }),
	);
}

/** Tells whether the user may register webhooks. */
export async function testSetupCredential(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const { helpers } = this;
	const ask = async () =>
		await testClient(helpers, data).call('base.automation', 'search_count', {
			args: { domain: [] },
		});
	return await ask().then(
		() => ({ status: 'OK', message: 'The user may register webhooks in Odoo' }),
		(error: unknown) => ({ status: 'Error', message: describeFailure(error) }),
	);
}

/** For the `methods` of every node: n8n looks a credential's test up in the nodes that use it. */
export const credentialTest = { testOdooCredential };

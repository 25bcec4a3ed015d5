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
import { describeFailure, describeUser, readUserReport } from '../odoo/userReport';
import { parseAccess } from './credential';
import { codeOf } from './n8nExchange';

const fullResponse = z.object({ statusCode: z.number(), body: z.unknown() });

/** A credential test has no other HTTP than this helper, and applies the key itself. */
const testExchange =
	(helpers: ICredentialTestFunctions['helpers'], baseUrl: string, apiKey: string): HttpExchange =>
	async (request) => {
		const keyless = {
			method: request.method,
			uri: `${baseUrl}${request.path}`,
			headers: { ...request.headers },
			body: request.body,
		};
		const options = {
			...applyApiKey(keyless, apiKey),
			json: true,
			resolveWithFullResponse: true,
			simple: false,
			followRedirect: false,
		};
		const reply: unknown = await helpers
			.request(options)
			.catch(
				async (error: unknown) =>
					await Promise.reject(networkFailure(request.call, codeOf(error), String(error))),
			);
		const { statusCode, body } = fullResponse.parse(reply);
		return { status: statusCode, body };
	};

const noRetry = { tries: 1, firstDelayMs: 0, longestDelayMs: 0 };

/** @throws NodeOperationError that names the field to correct */
const testClient = (
	helpers: ICredentialTestFunctions['helpers'],
	data: ICredentialDataDecryptedObject,
): OdooClient => {
	const { baseUrl, connection, companyId } = parseAccess(data);
	const transport = httpTransport(testExchange(helpers, baseUrl, String(data.apiKey)), connection);
	const host = {
		sleep: async (ms: number) => await sleep(ms),
		random: Math.random,
		now: () => new Date(),
	};
	return new OdooClient(transport, { host, companyId, retry: noRetry });
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

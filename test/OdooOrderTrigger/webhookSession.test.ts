import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { OdooOrderTrigger } from '../../nodes/OdooOrderTrigger/OdooOrderTrigger.node';
import { tokenFor, scopeOf } from '../../nodes/OdooOrderTrigger/secret';
import { writeCheckpoint, writeSession } from '../../nodes/OdooOrderTrigger/staticData';
import { webhook } from '../../nodes/OdooOrderTrigger/webhook';
import { readAccess, SETUP_CREDENTIAL } from '../../nodes/shared/n8n/credential';
import { node } from '../support/engine';

const CREDENTIAL = {
	url: 'https://odoo.test',
	database: 'shop',
	apiVersion: 'json2',
	apiKey: 'k1',
};
const SESSION = {
	version: 19,
	uid: 2,
	language: 'en_US',
	timeZone: 'UTC',
	companies: [{ id: 1, name: 'Main', currency: { id: 1, name: 'EUR' } }],
};
const ANSWERS: { readonly [path: string]: object } = {
	'/web/webclient/version_info': { result: { server_version_info: [19, 0] } },
	'/json/2/res.users/context_get': { uid: 7, lang: 'en_US', tz: 'UTC' },
	'/json/2/res.company/search_read': [{ id: 2, name: 'Other', currency_id: [1, 'EUR'] }],
};

/** One call of Odoo's to a trigger that has swept with the credential as it was; what the trigger asks Odoo. */
const callAfterSweep = async (credential: object) => {
	const asked: { readonly path: string; readonly body: unknown }[] = [];
	const staticData: IDataObject = {};
	let current: object = CREDENTIAL;
	const trigger = node('Trigger', new OdooOrderTrigger().description.name, {});
	const identity = { getNode: () => trigger, getWorkflow: () => ({ id: 'w', active: true }) };
	const context = {
		...identity,
		getNodeParameter: (path: string, fallback: unknown) =>
			path === 'events' ? ['orderConfirmed'] : fallback,
		getCredentials: async (name: string) => (name === SETUP_CREDENTIAL ? CREDENTIAL : current),
		getWorkflowStaticData: () => staticData,
		getMode: () => 'webhook',
		getRequestObject: () => ({ headers: { 'content-length': '90' }, rawBody: Buffer.from('') }),
		getResponseObject: () => ({ status: () => ({ end: () => undefined }) }),
		getQueryData: () => ({
			event: 'orderConfirmed',
			token: tokenFor('k1', scopeOf(identity as never))('orderConfirmed'),
		}),
		getBodyData: () => ({
			_id: 5,
			_model: 'sale.order',
			write_date: new Date().toISOString().slice(0, 19).replace('T', ' '),
		}),
		logger: { warn: () => undefined },
		helpers: {
			httpRequestWithAuthentication: async (
				_name: string,
				{ url, body }: { readonly url: string; readonly body: unknown },
			) => {
				const { pathname: path } = new URL(url);
				asked.push({ path, body });
				return { statusCode: 200, headers: {}, body: JSON.stringify(ANSWERS[path] ?? []) };
			},
		},
	} as unknown as IWebhookFunctions;
	const at = '2026-11-22 12:00:00';
	writeCheckpoint(staticData, { since: at, positions: {}, known: [], answeredUpTo: 0, clock: at });
	writeSession(staticData, (await readAccess(context)).digest, SESSION);
	current = credential;
	await webhook(context);
	return asked;
};

describe('a webhook call', () => {
	it('works with the session of the last sweep', async () => {
		const [first] = await callAfterSweep(CREDENTIAL);
		expect(first?.path).toMatch(/sale\.order/);
		expect(first?.body).toMatchObject({ context: { allowed_company_ids: [1] } });
	});

	it.each([
		{ what: 'another key', change: { apiKey: 'k2' } },
		{ what: 'another company', change: { companyId: 2 } },
		{ what: 'another database', change: { database: 'shop2' } },
	])('opens a session of its own once the credential says $what', async ({ change }) => {
		const asked = await callAfterSweep({ ...CREDENTIAL, ...change });
		expect(asked.map(({ path }) => path)).toContain('/json/2/res.users/context_get');
		const last = asked.at(-1);
		expect(last?.path).toMatch(/sale\.order/);
		expect(last?.body).toMatchObject({ context: { allowed_company_ids: [2] } });
	});
});

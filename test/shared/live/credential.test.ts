import { CredentialTestContext } from 'n8n-core';
import type { ICredentialDataDecryptedObject, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import { testOdooCredential } from '../../../nodes/shared/n8n/credentialTest';
import { axiosClient } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';

const { credential, admin } = liveOdoo();
const context = new CredentialTestContext({} as IWorkflowExecuteAdditionalData);
const test = async (more: ICredentialDataDecryptedObject) =>
	await testOdooCredential.call(context, {
		id: '1',
		name: 'Odoo',
		type: 'odooOrderToCashApi',
		data: { ...credential, ...more },
	});

describe("the credential's test, with n8n's own helper", () => {
	it.each<Record<string, string>>([
		{ apiVersion: 'auto' },
		{ apiVersion: 'json2' },
		{ apiVersion: 'jsonRpc', userName: 'o2c' },
	])('reports version, user, rights and the end of the key over $apiVersion', async (choice) => {
		expect(await test(choice)).toEqual({
			status: 'OK',
			message: expect.stringMatching(
				/^Odoo 19 as Order-to-Cash Integration, .+; all required access rights are present\. An API key of this user expires on \w{3} \d{1,2}, \d{4}\.$/,
			),
		});
	});

	it.each<{ when: string; data: ICredentialDataDecryptedObject; says: RegExp }>([
		{ when: 'the key is wrong', data: { apiKey: 'wrong-key-of-a-stranger' }, says: /API key/ },
		{
			when: 'the database is wrong',
			data: { database: 'no_such_database' },
			says: /database name/,
		},
		{
			when: 'nothing listens there',
			data: { url: 'http://127.0.0.1:9' },
			says: /nothing listens at that address\. Check that Odoo is running/,
		},
		{ when: 'the URL is no URL', data: { url: 'odoo' }, says: /'URL' is missing or not valid/ },
		{
			when: 'the company is not one of the user',
			data: { companyId: 999 },
			says: /may not work for company 999/,
		},
		{
			when: 'JSON-RPC has no user name',
			data: { apiVersion: 'jsonRpc', userName: '' },
			says: /needs the user name/,
		},
	])('says what to correct when $when', async ({ data, says }) => {
		const result = await test(data);
		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(says) });
		expect(result.message).not.toMatch(/wrong-key|Traceback/);
	});

	it('names the rights that are missing', async () => {
		const client = axiosClient(admin);
		const login = `stock_only_${Date.now()}`;
		const group = (await client.call('res.groups', 'search', {
			args: { domain: [['full_name', 'like', 'User: Own Documents Only']] },
		})) as number[];
		const [id] = (await client.call('res.users', 'create', {
			args: { vals_list: [{ name: 'Sales Only', login, group_ids: [[4, group[0] ?? 0]] }] },
		})) as [number];
		const key = await keyOf(id);
		expect(await test({ apiKey: key })).toEqual({
			status: 'Error',
			message: expect.stringMatching(
				/missing access rights: Sales: All Documents .*Invoicing .*Inventory: User/,
			),
		});
	});
});

/** Only a server action run by an administrator can make a key for another user. */
const keyOf = async (userId: number): Promise<string> => {
	const client = axiosClient(admin);
	const [modelId] = (await client.call('ir.model', 'search', {
		args: { domain: [['model', '=', 'res.users']] },
	})) as [number];
	const code = `key = env['res.users.apikeys'].with_user(${userId}).sudo()._generate(None, 'test', datetime.datetime.now() + datetime.timedelta(days=10))\naction = {'type': 'ir.actions.act_window_close', 'infos': key}`;
	const [action] = (await client.call('ir.actions.server', 'create', {
		args: { vals_list: [{ name: 'key', model_id: modelId, state: 'code', code }] },
	})) as [number];
	const result = (await client.call('ir.actions.server', 'run', { ids: [action] })) as {
		infos: string;
	};
	return result.infos;
};

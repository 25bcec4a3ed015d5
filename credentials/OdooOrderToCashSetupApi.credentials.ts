import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

import { applyApiKey } from '../nodes/shared/odoo/protocol/apiKey';

/** An administrator's key, for what only an administrator may do: registering webhooks. The pipeline itself never uses it. */
export class OdooOrderToCashSetupApi implements ICredentialType {
	name = 'odooOrderToCashSetupApi';

	displayName = 'Odoo Order to Cash Setup API';

	icon: Icon = { light: 'file:odoo.svg', dark: 'file:odoo.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-odoo-order-to-cash/n8n-nodes-odoo-order-to-cash#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://mycompany.odoo.com',
			description: 'The address of Odoo itself, without a path',
		},
		{
			displayName: 'Database',
			name: 'database',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. mycompany',
			description: 'The name of the database; on Odoo Online the first part of the address',
		},
		{
			displayName: 'Administrator API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'The key of a user with the role Administrator; the webhooks are also protected by it',
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'options',
			options: [
				{ name: 'Auto', value: 'auto', description: 'Ask Odoo which one it speaks' },
				{ name: 'JSON-2', value: 'json2', description: 'Odoo 19 and later' },
				{ name: 'JSON-RPC', value: 'jsonRpc', description: 'Odoo 17 and 18' },
			],
			default: 'auto',
		},
		{
			displayName: 'User Name',
			name: 'userName',
			type: 'string',
			default: '',
			displayOptions: { hide: { apiVersion: ['json2'] } },
			description: 'The login of the administrator; only JSON-RPC (Odoo 17 and 18) needs it',
		},
	];

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return applyApiKey(requestOptions, String(credentials.apiKey));
	}
}

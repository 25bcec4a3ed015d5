import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

import { applyApiKey } from '../nodes/shared/odoo/protocol/apiKey';

export class OdooOrderToCashApi implements ICredentialType {
	name = 'odooOrderToCashApi';

	displayName = 'Odoo Order to Cash API';

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
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Made in Odoo under My Profile, Account Security, New API Key',
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'options',
			options: [
				{ name: 'Auto', value: 'auto', description: 'Ask Odoo which one it speaks' },
				{ name: 'JSON-2', value: 'json2', description: 'Odoo 19 and later' },
				{ name: 'JSON-RPC', value: 'jsonRpc', description: 'Odoo 14 to 18' },
			],
			default: 'auto',
		},
		{
			displayName: 'User Name',
			name: 'userName',
			type: 'string',
			default: '',
			displayOptions: { hide: { apiVersion: ['json2'] } },
			description:
				'The login of the user the API key belongs to; only JSON-RPC (Odoo 14 to 18) needs it',
		},
		{
			displayName: 'Company ID',
			name: 'companyId',
			type: 'number',
			default: 0,
			description: 'Work for this company only; 0 means all companies of the user',
		},
	];

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return applyApiKey(requestOptions, String(credentials.apiKey));
	}
}

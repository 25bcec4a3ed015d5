import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

/** The same word as in the JSON-RPC requests of `nodes/shared/odoo/protocol/jsonRpc.ts`; a test holds them together. */
const API_KEY_PLACEHOLDER = '__odoo_api_key__';

const withKey = (body: unknown, apiKey: string): unknown => {
	if (typeof body !== 'object' || body === null || !('params' in body)) return body;
	const { params } = body as { params: { args?: unknown } };
	if (!Array.isArray(params.args)) return body;
	return { ...body, params: { ...params, args: params.args.map((arg: unknown) => (arg === API_KEY_PLACEHOLDER ? apiKey : arg)) } };
};

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
			description: "The name of the database; on Odoo Online the first part of the address",
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
			description: 'The login of the user the API key belongs to; only JSON-RPC (Odoo 14 to 18) needs it',
		},
		{
			displayName: 'Company ID',
			name: 'companyId',
			type: 'number',
			default: 0,
			description: 'Work for this company only; 0 means all companies of the user',
		},
	];

	/** Puts the key where the protocol wants it: in the header for JSON-2, in the arguments for JSON-RPC. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const apiKey = String(credentials.apiKey);
		const headers = { ...requestOptions.headers, Authorization: `bearer ${apiKey}` };
		return { ...requestOptions, headers, body: withKey(requestOptions.body, apiKey) as IHttpRequestOptions['body'] };
	}

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.url.replace(/\\/+$/, "") }}',
			url: '/json/2/res.users/context_get',
			method: 'POST',
			headers: { 'X-Odoo-Database': '={{ $credentials.database }}' },
			body: { context: {} },
		},
	};
}

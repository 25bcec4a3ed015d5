import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

import { applyApiKey } from '../nodes/shared/odoo/protocol/apiKey';
import { connectionProperties } from './connection';

export class OdooOrderToCashApi implements ICredentialType {
	name = 'odooOrderToCashApi';

	displayName = 'Odoo Order to Cash API';

	icon: Icon = { light: 'file:odoo.svg', dark: 'file:odoo.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-odoo-order-to-cash/n8n-nodes-odoo-order-to-cash#credentials';

	properties: INodeProperties[] = [
		...connectionProperties({
			apiKey: {
				displayName: 'API Key',
				description:
					'Created in Odoo: from 19 on under My Preferences, Security, Add API Key; before that under My Profile, Account Security, New API Key',
			},
			jsonRpcVersions: 'Odoo 14 to 18',
			userName:
				'The login of the user the API key belongs to; only JSON-RPC (Odoo 14 to 18) needs it',
		}),
		{
			displayName: 'Calls per Second',
			name: 'callsPerSecond',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 1000 },
			default: 0,
			description:
				'The most calls a second that the hosting of Odoo allows, 1 for Odoo Online; 0 for no limit',
		},
		{
			displayName: 'Company ID',
			name: 'companyId',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 2147483647, numberPrecision: 0 },
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

import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

import { applyApiKey } from '../nodes/shared/odoo/protocol/apiKey';
import { connectionProperties } from './connection';

/** An administrator's key, for what only an administrator may do: registering webhooks. The pipeline itself never uses it. */
export class OdooOrderToCashSetupApi implements ICredentialType {
	name = 'odooOrderToCashSetupApi';

	displayName = 'Odoo Order to Cash Setup API';

	icon: Icon = { light: 'file:odoo.svg', dark: 'file:odoo.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-odoo-order-to-cash/n8n-nodes-odoo-order-to-cash#credentials';

	properties: INodeProperties[] = connectionProperties({
		apiKey: {
			displayName: 'Administrator API Key',
			description:
				'The key of a user with the role Administrator; the webhooks are also protected by it',
		},
		jsonRpcVersions: 'Odoo 17 and 18',
		userName: 'The login of the administrator; only JSON-RPC (Odoo 17 and 18) needs it',
	});

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return applyApiKey(requestOptions, String(credentials.apiKey));
	}
}

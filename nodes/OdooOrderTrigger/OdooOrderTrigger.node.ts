import type {
	IHookFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { credentialTest, testSetupCredential } from '../shared/n8n/credentialTest';
import { listsOf } from '../shared/n8n/lists';
import { toNodeError } from '../shared/n8n/outcomes';
import { EVENT_TYPES } from './core/eventTypes';
import { activate, deactivate } from './lifecycle';
import { getOrderFields } from './orderFields';
import { properties } from './properties';
import { run } from './run';
import { webhook } from './webhook';

const LABELS = Object.fromEntries(
	Object.entries(EVENT_TYPES).map(([type, { label }]) => [type, label]),
);

export class OdooOrderTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Odoo Order Trigger',
		name: 'odooOrderTrigger',
		icon: { light: 'file:orderTrigger.svg', dark: 'file:orderTrigger.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle: `={{ $parameter["events"].map((type) => (${JSON.stringify(LABELS)})[type]).join(", ") }}`,
		description:
			'Starts the workflow when something happens to a sales order in Odoo, its deliveries or its invoices',
		defaults: { name: 'Odoo Order Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'odooOrderToCashApi', required: true, testedBy: 'testOdooCredential' },
			{
				name: 'odooOrderToCashSetupApi',
				required: true,
				testedBy: 'testSetupCredential',
				displayOptions: { show: { receive: ['webhookAndSweep'] } },
			},
		],
		polling: true,
		webhooks: [
			{
				name: 'default',
				// Without a method n8n registers no webhook.
				httpMethod: '={{ $parameter["receive"] === "webhookAndSweep" ? "POST" : "" }}',
				responseMode: 'onReceived',
				responseData: '',
				path: 'odoo-order-trigger',
			},
		],
		properties,
	};

	methods = {
		loadOptions: {
			getOrderFields,
			...listsOf(['getCompanies', 'getCustomerTags', 'getTeams', 'getWarehouses']),
		},
		credentialTest: { ...credentialTest, testSetupCredential },
	};

	webhookMethods = {
		default: {
			// `create` finds what exists by itself and keeps it.
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await Promise.resolve(false);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await activate(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await deactivate(this).catch(
					async (error: unknown) => await Promise.reject(toNodeError(this, error)),
				);
			},
		},
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await run(this).catch(
			async (error: unknown) => await Promise.reject(toNodeError(this, error)),
		);
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await webhook(this);
	}
}

import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { filterLists } from './filterLists';
import { poll } from './poll';
import { properties } from './properties';

export class OdooOrderTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Odoo Order Trigger',
		name: 'odooOrderTrigger',
		icon: { light: 'file:orderTrigger.svg', dark: 'file:orderTrigger.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description:
			'Starts the workflow when something happens to a sales order in Odoo, its deliveries or its invoices',
		defaults: { name: 'Odoo Order Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'odooOrderToCashApi', required: true }],
		polling: true,
		properties,
	};

	methods = { loadOptions: filterLists };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}

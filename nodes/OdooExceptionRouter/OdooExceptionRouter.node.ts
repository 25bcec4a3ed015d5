import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { credentialTest } from '../shared/n8n/credentialTest';
import { searchOrders, searchUsers } from '../shared/n8n/listSearch';
import { properties } from './properties';
import { run } from './run';

export class OdooExceptionRouter implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Odoo Exception Router',
		name: 'odooExceptionRouter',
		icon: { light: 'file:exceptionRouter.svg', dark: 'file:exceptionRouter.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ "Raise a case" + ($parameter["dryRun"] ? " (dry run)" : "") }}',
		description:
			'Turns a failed item or a "no" into a case on the Odoo order: owner, deadline, priority, each exactly once',
		defaults: { name: 'Odoo Exception Router' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
		],
		outputNames: ['Sales', 'Finance', 'Warehouse', 'Customer Service', 'Integration'],
		credentials: [{ name: 'odooOrderToCashApi', required: true, testedBy: 'testOdooCredential' }],
		usableAsTool: true,
		properties,
	};

	methods = { credentialTest, listSearch: { searchOrders, searchUsers } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this);
	}
}

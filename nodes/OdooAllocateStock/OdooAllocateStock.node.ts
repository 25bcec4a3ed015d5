import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { credentialTest, testSetupCredential } from '../shared/n8n/credentialTest';
import { listsOf } from '../shared/n8n/lists';
import { searchOrders, searchProducts } from '../shared/n8n/listSearch';
import { allocateStock, OUTPUT_NAMES } from './allocateStock';
import { parameters } from './parameters';

export class OdooAllocateStock implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Odoo Allocate Stock',
		name: 'odooAllocateStock',
		icon: { light: 'file:allocateStock.svg', dark: 'file:allocateStock.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle:
			'={{ ({ fairShare: "Fair share", firstCome: "First come", greatestValue: "Greatest value", priority: "Priority" })[$parameter["policy"]] + ($parameter["dryRun"] ? ", dry run" : "") }}',
		description: 'Decide over all orders of the run who gets scarce stock, and reserve it in Odoo',
		defaults: { name: 'Odoo Allocate Stock' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: [...OUTPUT_NAMES],
		usableAsTool: true,
		credentials: [
			{ name: 'odooOrderToCashApi', required: true, testedBy: 'testOdooCredential' },
			{
				name: 'odooOrderToCashSetupApi',
				required: true,
				testedBy: 'testSetupCredential',
				displayOptions: { show: { remainder: ['manual'] } },
			},
		],
		properties: parameters,
	};

	methods = {
		credentialTest: { ...credentialTest, testSetupCredential },
		listSearch: { searchOrders, searchProducts },
		loadOptions: listsOf(['getCustomerTags', 'getOrderTags']),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await allocateStock(this);
	}
}

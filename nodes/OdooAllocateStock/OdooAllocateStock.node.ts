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
import { OUTPUT_NAMES, run } from './run';
import { POLICIES } from './core/policies';
import { properties } from './properties';

const POLICY_LABELS = Object.fromEntries(
	Object.values(POLICIES).map(({ code, label }) => [code, label]),
);

export class OdooAllocateStock implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Odoo Allocate Stock',
		name: 'odooAllocateStock',
		icon: { light: 'file:allocateStock.svg', dark: 'file:allocateStock.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: `={{ (${JSON.stringify(POLICY_LABELS)})[$parameter["policy"]] + " policy" + ($parameter["dryRun"] ? " (dry run)" : "") }}`,
		description:
			'Shares out scarce stock over all orders of the run by a policy, and reserves it in Odoo',
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
		properties,
	};

	methods = {
		credentialTest: { ...credentialTest, testSetupCredential },
		listSearch: { searchOrders, searchProducts },
		loadOptions: listsOf(['getCustomerTags', 'getOrderTags']),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this);
	}
}

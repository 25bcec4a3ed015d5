import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { credentialTest } from '../shared/n8n/credentialTest';
import { searchCustomers, searchOrders } from '../shared/n8n/listSearch';
import { milestone } from './core/rules/milestone';
import { OUTPUT_NAMES } from './outputs';
import { properties } from './properties';
import { run } from './run';

const MILESTONE_LABELS = Object.fromEntries(
	milestone.options.milestone.options.map(({ name, value }) => [value, name]),
);

export class OdooReleaseInvoice implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Odoo Release Invoice',
		name: 'odooReleaseInvoice',
		icon: { light: 'file:releaseInvoice.svg', dark: 'file:releaseInvoice.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: `={{ $parameter["operation"] === "reconcile" ? "Find uninvoiced orders" : "Invoice when: " + (${JSON.stringify(MILESTONE_LABELS)})[$parameter["milestone"]] + ($parameter["dryRun"] ? " (dry run)" : "") }}`,
		description:
			'Checks orders against deliveries and proof of delivery, then creates and posts their invoices, each exactly once',
		defaults: { name: 'Odoo Release Invoice' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: [...OUTPUT_NAMES],
		credentials: [{ name: 'odooOrderToCashApi', required: true, testedBy: 'testOdooCredential' }],
		usableAsTool: true,
		properties,
	};

	methods = { credentialTest, listSearch: { searchOrders, searchCustomers } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this);
	}
}

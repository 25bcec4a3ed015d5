import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { PRESET_LABELS } from './core/presets';
import { properties } from './properties';
import { OUTPUTS, runCreditCheck } from './run';
import { credentialTest } from '../shared/n8n/credentialTest';
import { listsOf } from '../shared/n8n/lists';
import { searchOrders } from '../shared/n8n/listSearch';

export class OdooCreditCheck implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Odoo Credit Check',
		name: 'odooCreditCheck',
		icon: { light: 'file:creditCheck.svg', dark: 'file:creditCheck.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: `={{ (${JSON.stringify(PRESET_LABELS)})[$parameter["preset"]] + " policy" + ($parameter["dryRun"] ? " (dry run)" : "") }}`,
		description:
			'Approves sales orders, asks for approval or holds them, by exposure, overdue invoices, payment terms and risk',
		defaults: { name: 'Odoo Credit Check' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: [...OUTPUTS.names],
		credentials: [{ name: 'odooOrderToCashApi', required: true, testedBy: 'testOdooCredential' }],
		properties,
	};

	methods = {
		credentialTest,
		listSearch: { searchOrders },
		loadOptions: listsOf(
			['getCountries', 'getCustomerTags', 'getPricelists', 'getTeams', 'getUsers'],
			String,
		),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runCreditCheck(this);
	}
}

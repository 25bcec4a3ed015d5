import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { credentialTest } from '../shared/n8n/credentialTest';
import { searchOrders } from '../shared/n8n/listSearch';
import { inputsFor } from './inputs';
import { properties } from './properties';
import { run } from './run';

export class OdooAiClassify implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Odoo AI Classify',
		name: 'odooAiClassify',
		icon: { light: 'file:aiClassify.svg', dark: 'file:aiClassify.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ($parameter["method"] === "rules" ? "By rules" : "By rules and model") + ($parameter["dryRun"] ? " (dry run)" : "") }}',
		description:
			'Labels text about an Odoo order from a closed set, with evidence; abstains when unsure, works without a model',
		defaults: { name: 'Odoo AI Classify' },
		inputs: `={{ (${inputsFor.toString()})($parameter) }}`,
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Classified', 'Needs Review'],
		credentials: [{ name: 'odooOrderToCashApi', required: true, testedBy: 'testOdooCredential' }],
		// A tool of an agent has no model input of its own.
		usableAsTool: undefined,
		properties,
	};

	methods = { credentialTest, listSearch: { searchOrders } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this);
	}
}

import type { INodeProperties } from 'n8n-workflow';

import { orderParameter } from '../shared/n8n/orderParameter';

const policy: INodeProperties = {
	displayName: 'Policy',
	name: 'policy',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'First Come',
			value: 'firstCome',
			description: 'The older order is served first',
		},
		{
			name: 'Priority',
			value: 'priority',
			description: 'The more important order is served first, then the one that is due first',
		},
	],
	default: 'priority',
	description: 'Who gets the stock when there is not enough for all',
};

const dryRun: INodeProperties = {
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	description: 'Whether to show the full plan without reserving or writing anything in Odoo',
};

export const parameters: INodeProperties[] = [orderParameter, policy, dryRun];

import type { INodeProperties } from 'n8n-workflow';

import { orderParameter } from '../shared/n8n/orderParameter';
import { optionProperties } from './optionProperties';
import { policyProperties } from './policyProperties';

const forOperation = (
	operation: string,
	properties: readonly INodeProperties[],
): INodeProperties[] =>
	properties.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { ...property.displayOptions?.show, operation: [operation] },
		},
	}));

const dryRun: INodeProperties = {
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	description: 'Whether to decide only and write nothing to Odoo',
};

const reconcileProperties: INodeProperties[] = [
	{
		displayName: 'Bill Within Days',
		name: 'slaDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 2,
		description: 'Shipped orders and draft invoices that are older are reported',
	},
	{
		displayName: 'Look Back Days',
		name: 'lookBackDays',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 90,
		description: 'Orders that were changed within so many days are looked at',
	},
];

export const properties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Find Unbilled and Mismatched Orders',
				value: 'reconcile',
				description: 'Compare what was shipped with what was billed, without changing anything',
				action: 'Find unbilled and mismatched orders',
			},
			{
				name: 'Release',
				value: 'release',
				description: 'Check orders, then create and post their invoices',
				action: 'Release invoices of orders',
			},
		],
		default: 'release',
	},
	...forOperation('release', [orderParameter, ...policyProperties, dryRun, optionProperties]),
	...forOperation('reconcile', reconcileProperties),
];

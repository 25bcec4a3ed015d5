import type { INodeProperties } from 'n8n-workflow';

import { orderParameter } from '../shared/n8n/orderParameter';

export const milestoneOptions = [
	{
		name: 'Fully Shipped',
		value: 'fullyShipped',
		description: 'Nothing of the order is left to ship',
	},
	{ name: 'On Order', value: 'onOrder', description: 'As soon as Odoo has something to bill' },
	{
		name: 'Proof of Delivery',
		value: 'proofOfDelivery',
		description: 'Every shipment is proven to have arrived',
	},
	{ name: 'Shipped', value: 'shipped', description: 'What was shipped is billed' },
];

export const properties: INodeProperties[] = [
	orderParameter,
	{
		displayName: 'Bill When',
		name: 'milestone',
		type: 'options',
		options: milestoneOptions,
		default: 'shipped',
		description: 'How far an order must have come before it is billed',
	},
	{
		displayName: 'Dry Run',
		name: 'dryRun',
		type: 'boolean',
		default: false,
		description: 'Whether to decide only and write nothing to Odoo',
	},
];

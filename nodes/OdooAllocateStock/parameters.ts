import type { INodeProperties } from 'n8n-workflow';

import { orderParameter } from '../shared/n8n/orderParameter';
import { options } from './options';

const policy: INodeProperties = {
	displayName: 'Policy',
	name: 'policy',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Fair Share',
			value: 'fairShare',
			description: 'Equal fill rates for all orders that ask for a product',
		},
		{
			name: 'First Come',
			value: 'firstCome',
			description: 'The older order is served first',
		},
		{
			name: 'Greatest Value',
			value: 'greatestValue',
			description: 'The plan that allocates goods of the greatest value',
		},
		{
			name: 'Priority',
			value: 'priority',
			description: 'The more important order is served first',
		},
	],
	default: 'priority',
	description: 'Who gets the stock when there is not enough for all',
};

const criteria: INodeProperties = {
	displayName: 'Importance',
	name: 'criteria',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Criterion',
	default: { by: [{ criterion: 'orderPriority' }, { criterion: 'requestedDate' }] },
	displayOptions: { show: { policy: ['priority'] } },
	description:
		'What makes an order more important, the strongest first; ties are decided by the dates, then by the ID',
	options: [
		{
			displayName: 'Criterion',
			name: 'by',
			values: [
				{
					displayName: 'By',
					name: 'criterion',
					type: 'options',
					options: [
						{
							name: 'Customer Class',
							value: 'customerTag',
							description: 'The order of the customer classes in the options',
						},
						{
							name: 'Margin',
							value: 'margin',
							description: 'The greater margin of what is open first',
						},
						{ name: 'Order Date', value: 'orderDate', description: 'The older order first' },
						{
							name: 'Order Priority',
							value: 'orderPriority',
							description: 'Transfers with a star first',
						},
						{
							name: 'Requested Date',
							value: 'requestedDate',
							description: 'What is due first, first',
						},
						{
							name: 'Value',
							value: 'value',
							description: 'The greater value of what is open first',
						},
					],
					default: 'requestedDate',
				},
			],
		},
	],
};

const scope: INodeProperties = {
	displayName: 'Orders That Compete',
	name: 'scope',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'All Open Orders for Their Products',
			value: 'openDemand',
			description: 'Orders that are not in this run may gain or lose stock too',
		},
		{
			name: 'The Orders of This Run',
			value: 'run',
			description: 'What other orders hold stays with them',
		},
	],
	default: 'run',
	description: 'Over which orders is decided',
};

const strategy: INodeProperties = {
	displayName: 'Already Reserved',
	name: 'strategy',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Fill', value: 'fill', description: 'May keep or lose what is reserved, never gains' },
		{
			name: 'Give Up',
			value: 'giveUp',
			description: 'Gives back everything and gets what the others leave',
		},
		{
			name: 'Improve',
			value: 'improve',
			description: 'Keeps what is reserved and may gain in its turn',
		},
		{
			name: 'Keep',
			value: 'keep',
			description: 'Keeps what is reserved and gains before the others',
		},
		{ name: 'Redistribute', value: 'redistribute', description: 'May gain or lose in its turn' },
		{
			name: 'Win',
			value: 'win',
			description: 'Is served whole before all others, or stays as it is',
		},
	],
	default: 'redistribute',
	description:
		'What may happen to goods that are reserved for an order already; picked goods always stay',
};

const remainder: INodeProperties = {
	displayName: 'Partial Allocations',
	name: 'remainder',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Reserve by Hand',
			value: 'manual',
			description:
				'Their operation types only reserve by hand from then on; takes the setup credential',
		},
		{
			name: 'Split',
			value: 'split',
			description: 'What is missing becomes a transfer of its own (Odoo 18 and later)',
		},
		{
			name: 'Warn',
			value: 'warn',
			description: 'The allocation carries a warning where Odoo may complete it by itself',
		},
	],
	default: 'warn',
	description: 'What to do where Odoo reserves by itself and could undo a partial allocation',
};

const dryRun: INodeProperties = {
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	description: 'Whether to show the full plan without reserving or writing anything in Odoo',
};

export const parameters: INodeProperties[] = [
	orderParameter,
	policy,
	criteria,
	scope,
	strategy,
	remainder,
	dryRun,
	options,
];

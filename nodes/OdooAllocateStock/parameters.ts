import type { INodeProperties } from 'n8n-workflow';

import { orderParameter } from '../shared/n8n/orderParameter';
import { CRITERIA } from './core/criteria';
import { POLICIES } from './core/policies';
import { STRATEGIES } from './core/strategies';
import { options } from './options';
import { choicesOf } from './properties/choices';

const policy: INodeProperties = {
	displayName: 'Policy',
	name: 'policy',
	type: 'options',
	noDataExpression: true,
	options: choicesOf(POLICIES),
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
					options: choicesOf(CRITERIA),
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
	options: choicesOf(STRATEGIES),
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

import { dryRunSetting } from '../../shared/n8n/settings/dryRun';
import { choiceSetting } from '../../shared/n8n/settings/kinds';
import { STRATEGIES } from '../core/strategies';
import { choicesOf } from './choices';

export const scope = choiceSetting({
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
	description: 'Which orders compete for the stock',
});

export const strategy = choiceSetting({
	displayName: 'Already Reserved',
	name: 'strategy',
	type: 'options',
	noDataExpression: true,
	options: choicesOf(STRATEGIES),
	default: 'redistribute',
	description:
		'What may happen to goods that are already reserved for an order. Picked goods always stay.',
});

export const remainder = choiceSetting({
	displayName: 'Partial Allocations',
	name: 'remainder',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Reserve Manually',
			value: 'manual',
			description:
				'Switch the operation types to manual reservation; requires the Setup credential',
		},
		{
			name: 'Split',
			value: 'split',
			description: 'Put what is missing into a transfer of its own (Odoo 18 and later)',
		},
		{
			name: 'Warn',
			value: 'warn',
			description: 'Add a warning where Odoo may complete the allocation by itself',
		},
	],
	default: 'warn',
	description: 'What to do where Odoo reserves by itself and could undo a partial allocation',
});

export const dryRun = dryRunSetting(
	'Whether to decide in full without reserving or writing anything in Odoo',
);

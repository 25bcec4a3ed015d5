import { rowsSetting } from '../../shared/n8n/settings/groups';
import { choiceSetting, numberSetting, recordsSetting } from '../../shared/n8n/settings/kinds';
import { STRATEGIES } from '../core/strategies';
import { choicesOf } from './choices';

const strategy = choiceSetting({
	displayName: 'Already Reserved',
	name: 'strategy',
	type: 'options',
	options: [
		{ name: 'Default', value: 'asForAll', description: 'As for all other customers' },
		...choicesOf(STRATEGIES),
	],
	default: 'asForAll',
	description: 'What may happen to goods that are already reserved for these customers',
});

const tags = recordsSetting({
	displayName: 'Customer Tag Names or IDs',
	name: 'tags',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getCustomerTags' },
	default: [],
	description:
		'Any of these tags on the customer or its company. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});

const weight = numberSetting({
	displayName: 'Weight',
	name: 'weight',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1_000_000 },
	default: 1,
	description: 'How much the value of their orders counts under Greatest Value',
});

export const overrides = rowsSetting(
	{
		displayName: 'Overrides',
		name: 'classes',
		type: 'fixedCollection',
		typeOptions: { sortable: true },
		placeholder: 'Add Override',
		default: {},
		description:
			'Customers that are treated differently, the most important first. The first override that fits a customer counts.',
	},
	{ displayName: 'Override', name: 'class' },
	[strategy, tags, weight],
);

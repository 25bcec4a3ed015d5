import { choiceSetting, numberSetting, recordsSetting } from '../../shared/n8n/settings/kinds';
import { AMOUNT } from '../../shared/n8n/settings/bounds';

export const creditGroupSetting = choiceSetting({
	displayName: 'Credit Group',
	name: 'creditGroup',
	type: 'options',
	options: [
		{
			name: 'By Customer Tag',
			value: 'tag',
			description: 'All customers with a tag share one limit',
		},
		{
			name: 'By Parent Company',
			value: 'parent',
			description: 'A company and all companies below it share its credit limit',
		},
		{ name: 'None', value: 'none', description: 'Each customer has a limit of its own' },
	],
	default: 'none',
	description: 'Which customers share a limit, so that their exposure counts together',
});

export const groupLimitSetting = numberSetting({
	displayName: 'Group Limit',
	name: 'groupLimit',
	type: 'number',
	typeOptions: AMOUNT,
	default: 0,
	description: "Limit of a credit group by customer tag, in the company's currency",
});

export const groupTagsSetting = recordsSetting({
	displayName: 'Group Tag Names or IDs',
	name: 'groupTags',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getCustomerTags' },
	default: [],
	description:
		'The customers with one of these tags share its limit. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});

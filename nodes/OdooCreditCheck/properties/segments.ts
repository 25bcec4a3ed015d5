import type { INodeProperties } from 'n8n-workflow';

import {
	LIMIT_OPTIONS,
	newCustomerField,
	PRESET_OPTIONS,
	temporaryLimitFields,
	toleranceField,
} from './policy';
import { rulesProperty } from './rules';

const byList = (
	by: string,
	name: string,
	displayName: string,
	loadOptionsMethod: string,
): INodeProperties => ({
	displayName: `${displayName} Names or IDs`,
	name,
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod },
	default: [],
	displayOptions: { show: { by: [by] } },
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
});

/** In the order a person fills them in. */
const fields: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Key accounts',
		description: 'Shown in the decision and used in the approval matrix',
	},
	{
		displayName: 'Applies By',
		name: 'by',
		type: 'options',
		options: [
			{ name: 'Country', value: 'country' },
			{ name: 'Customer', value: 'customer' },
			{ name: 'Customer Tag', value: 'customerTag' },
			{ name: 'Pricelist', value: 'pricelist' },
			{ name: 'Risk Class', value: 'riskClass' },
			{ name: 'Sales Team', value: 'salesTeam' },
		],
		default: 'customerTag',
		description: 'What decides whether the override applies',
	},
	byList('country', 'countries', 'Country', 'getCountries'),
	byList('customerTag', 'customerTags', 'Customer Tag', 'getCustomerTags'),
	byList('pricelist', 'pricelists', 'Pricelist', 'getPricelists'),
	byList('salesTeam', 'salesTeams', 'Sales Team', 'getTeams'),
	{
		displayName: 'Customer IDs',
		name: 'customers',
		type: 'string',
		default: '',
		placeholder: 'e.g. 42, 57',
		displayOptions: { show: { by: ['customer'] } },
		description: 'The companies that pay, by ID, with commas between them',
	},
	{
		displayName: 'Risk Classes',
		name: 'riskClasses',
		type: 'string',
		default: '',
		placeholder: 'e.g. bad',
		displayOptions: { show: { by: ['riskClass'] } },
		description:
			"Values of the risk class field, with commas between them; Odoo's own are good, normal and bad",
	},
	{
		displayName: 'Changes',
		name: 'changes',
		type: 'collection',
		default: {},
		placeholder: 'Add Change',
		options: [
			{
				displayName: 'Limit',
				name: 'fixedLimit',
				type: 'number',
				default: 0,
				description: 'Used when the limit source is a fixed amount; zero means no credit',
			},
			{
				displayName: 'Limit Source',
				name: 'limitSource',
				type: 'options',
				options: LIMIT_OPTIONS,
				default: 'odoo',
				description: 'Where the credit limit comes from',
			},
			newCustomerField,
			{
				displayName: 'Policy',
				name: 'preset',
				type: 'options',
				options: PRESET_OPTIONS,
				default: 'standard',
				description: 'Another preset to start from',
			},
			...temporaryLimitFields,
			toleranceField,
		],
	},
	rulesProperty,
];

export const segmentsProperty: INodeProperties = {
	displayName: 'Overrides',
	name: 'segments',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Override', sortable: true },
	default: {},
	placeholder: 'Add Override',
	description: 'Settings for some customers or orders; a later override goes over an earlier one',
	options: [
		{
			displayName: 'Override',
			name: 'segment',
			values: fields,
		},
	],
};

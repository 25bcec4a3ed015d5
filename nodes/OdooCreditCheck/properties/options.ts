import type { INodeProperties } from 'n8n-workflow';

import { newCustomerField, temporaryLimitFields, toleranceField } from './policy';

export const WANTED_DATA = [
	{ name: 'City', value: 'city' },
	{ name: 'Country', value: 'country_id' },
	{ name: 'Email', value: 'email' },
	{ name: 'Payment Terms', value: 'property_payment_term_id' },
	{ name: 'Phone', value: 'phone' },
	{ name: 'Street', value: 'street' },
	{ name: 'Tax ID', value: 'vat' },
	{ name: 'ZIP', value: 'zip' },
];

export const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	default: {},
	placeholder: 'Add Option',
	options: [
		{
			displayName: 'Approval Tag',
			name: 'approvalTag',
			type: 'string',
			default: 'Credit Approval Needed',
			description: 'The tag of orders that wait for approval; made when it is missing',
		},
		{
			displayName: 'Approval Valid (Days)',
			name: 'validityDays',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 7,
			description: 'For how long an approved order is not held again; zero decides anew each time',
		},
		{
			displayName: 'Approval Valid Up To Growth (%)',
			name: 'validityGrowth',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 10,
			description: "By how much the order's value may grow while its approval is valid",
		},
		{
			displayName: 'Broken Promises Field',
			name: 'brokenPromisesField',
			type: 'string',
			default: '',
			placeholder: 'e.g. x_broken_promises',
			description: 'The number field of contacts that counts broken promises to pay',
		},
		{
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
					description: 'All companies below one share its credit limit',
				},
				{ name: 'None', value: 'none' },
			],
			default: 'parent',
			description: 'Whose exposure counts together against a limit of the group',
		},
		{
			displayName: 'Customer Data Wanted',
			name: 'wantedData',
			type: 'multiOptions',
			options: WANTED_DATA,
			default: ['country_id', 'email', 'street', 'vat'],
			description: 'What the rule Customer Data Missing looks for',
		},
		{
			displayName: 'Customer Hold Tag Names or IDs',
			name: 'holdTags',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getCustomerTags' },
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		{
			displayName: 'Exchange Rate Date',
			name: 'rateDate',
			type: 'dateTime',
			default: '',
			description: 'Date of the exchange rates; today when empty',
		},
		{
			displayName: 'Group Limit',
			name: 'groupLimit',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: "Limit of a credit group by customer tag, in the company's currency",
		},
		{
			displayName: 'Group Tag Names or IDs',
			name: 'groupTags',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getCustomerTags' },
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		{
			displayName: 'Hold Tag',
			name: 'holdTag',
			type: 'string',
			default: 'Credit Hold',
			description: 'The tag of orders on hold; made when it is missing',
		},
		{
			displayName: 'Horizon (Days)',
			name: 'horizonDays',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 60,
			description: 'Undelivered goods promised for later than this do not count',
		},
		newCustomerField,
		{
			displayName: 'Policy Name',
			name: 'policyName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Credit policy 2026',
			description: 'How the policy is called in notes; the name of the preset when empty',
		},
		{
			displayName: 'Risk Class Field',
			name: 'riskClassField',
			type: 'string',
			default: 'trust',
			description: 'The field of contacts that holds the risk class',
		},
		...temporaryLimitFields,
		toleranceField,
		{
			displayName: 'Zero Means No Credit',
			name: 'zeroIsNoCredit',
			type: 'boolean',
			default: true,
			description:
				"Whether a credit limit of zero in Odoo means no credit. Odoo stores a zero for every customer without a limit, so by default only a zero that differs from the company's default limit does.",
		},
	],
};

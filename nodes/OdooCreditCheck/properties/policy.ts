import type { INodeProperties } from 'n8n-workflow';

export const PRESET_OPTIONS = [
	{
		name: 'Lenient',
		value: 'lenient',
		description: 'Asks above 110% of the limit, holds after 60 days overdue',
	},
	{
		name: 'Standard',
		value: 'standard',
		description: 'Asks above the limit, holds after 30 days overdue',
	},
	{
		name: 'Strict',
		value: 'strict',
		description: 'Holds above the limit and when anything is overdue',
	},
];

export const LIMIT_OPTIONS = [
	{ name: 'Fixed Amount', value: 'fixed', description: 'One limit for every customer' },
	{
		name: 'None',
		value: 'none',
		description: 'Limits are not managed; the other rules still apply',
	},
	{
		name: 'Odoo Credit Limit',
		value: 'odoo',
		description: "The customer's credit limit, or else the company's default",
	},
];

export const temporaryLimitFields: INodeProperties[] = [
	{
		displayName: 'Temporary Limit',
		name: 'temporaryAmount',
		type: 'number',
		default: 0,
		description: "Added to the limit while it lasts, in the company's currency",
	},
	{
		displayName: 'Temporary Limit From',
		name: 'temporaryFrom',
		type: 'dateTime',
		default: '',
		description: 'First day of the temporary limit',
	},
	{
		displayName: 'Temporary Limit Until',
		name: 'temporaryUntil',
		type: 'dateTime',
		default: '',
		description: 'Last day of the temporary limit',
	},
];

export const toleranceField: INodeProperties = {
	displayName: 'Tolerance (%)',
	name: 'tolerance',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description: 'By how much the limit may be exceeded before the rule applies',
};

export const newCustomerField: INodeProperties = {
	displayName: 'New Customer (Days)',
	name: 'newCustomerDays',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 90,
	description: 'How long a customer counts as new, from the first invoice',
};

export const policyProperties: INodeProperties[] = [
	{
		displayName: 'Policy',
		name: 'preset',
		type: 'options',
		options: PRESET_OPTIONS,
		default: 'standard',
		description: 'The credit policy to start from',
	},
	{
		displayName: 'Limit Source',
		name: 'limitSource',
		type: 'options',
		options: LIMIT_OPTIONS,
		default: 'odoo',
		description: 'Where the credit limit comes from; a limit of zero means no credit',
	},
	{
		displayName: 'Limit',
		name: 'fixedLimit',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		displayOptions: { show: { limitSource: ['fixed'] } },
		description: "In the company's currency; zero means no credit",
	},
];

import type { INodeProperties } from 'n8n-workflow';

/** The rules of a policy as a person picks them; values are the stable rule codes. */
export const RULE_OPTIONS = [
	{
		name: 'Broken Promises',
		value: 'broken_promises',
		description: 'Promises to pay that were broken, above the threshold (count)',
	},
	{
		name: 'Credit Limit Exceeded',
		value: 'limit_exceeded',
		description: 'Exposure above the credit limit and its tolerance',
	},
	{
		name: 'Customer Data Missing',
		value: 'missing_data',
		description: 'Wanted customer data is empty',
	},
	{
		name: 'Customer on Hold',
		value: 'customer_on_hold',
		description: 'The customer carries a hold tag',
	},
	{
		name: 'Dispute Open',
		value: 'dispute_open',
		description: 'Disputed invoices, above the threshold (count)',
	},
	{
		name: 'First Order',
		value: 'first_order',
		description: 'The customer has not had an invoice yet',
	},
	{
		name: 'Group Limit Exceeded',
		value: 'group_limit_exceeded',
		description: "Exposure of the whole credit group above the group's limit",
	},
	{ name: 'Limit Not Managed', value: 'limit_not_managed', description: 'No credit limit is set' },
	{
		name: 'New Customer Cap',
		value: 'new_customer_cap',
		description: 'Exposure of a new customer above the threshold (amount)',
	},
	{ name: 'No Credit', value: 'no_credit', description: 'The credit limit is zero' },
	{
		name: 'Oldest Overdue',
		value: 'overdue_days',
		description: 'Days that the oldest unpaid invoice is overdue, above the threshold',
	},
	{
		name: 'Order on Hold',
		value: 'order_on_hold',
		description: 'Somebody put the hold tag on the order',
	},
	{
		name: 'Order Value',
		value: 'document_value',
		description: 'Total of the order above the threshold (amount)',
	},
	{
		name: 'Overdue Amount',
		value: 'overdue_amount',
		description: 'Overdue receivables above the threshold (amount)',
	},
	{
		name: 'Overdue Share',
		value: 'overdue_share',
		description: 'Overdue receivables in percent of the credit limit, above the threshold',
	},
	{
		name: 'Payment Terms Changed',
		value: 'terms_changed',
		description: "The order's payment terms are not the customer's",
	},
	{
		name: 'Slow Payer',
		value: 'slow_payer',
		description: 'Days that invoices were paid late on average, above the threshold',
	},
];

export const WITH_THRESHOLD = [
	'broken_promises',
	'dispute_open',
	'document_value',
	'new_customer_cap',
	'overdue_amount',
	'overdue_days',
	'overdue_share',
	'slow_payer',
];

export const rulesProperty: INodeProperties = {
	displayName: 'Rules',
	name: 'rules',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Change Rule' },
	default: {},
	placeholder: 'Change Rule',
	description: 'Rules that differ from the preset',
	options: [
		{
			displayName: 'Rule',
			name: 'rule',
			values: [
				{
					displayName: 'Rule',
					name: 'code',
					type: 'options',
					options: RULE_OPTIONS,
					default: 'limit_exceeded',
					description: 'The rule to change',
				},
				{
					displayName: 'Reaction',
					name: 'reaction',
					type: 'options',
					options: [
						{
							name: 'Approve',
							value: 'approve',
							description: 'Name the reason, and let the order pass',
						},
						{ name: 'Ask', value: 'ask', description: 'Send the order to Needs Approval' },
						{ name: 'Hold', value: 'hold', description: 'Send the order to On Hold' },
						{ name: 'Off', value: 'off', description: 'Do not look at it' },
					],
					default: 'ask',
					description: 'What happens when the rule applies',
				},
				{
					displayName: 'Threshold',
					name: 'threshold',
					type: 'number',
					default: 0,
					displayOptions: { show: { code: WITH_THRESHOLD } },
					description:
						"The rule applies above this figure: days, percent, a count, or an amount in the company's currency",
				},
			],
		},
	],
};

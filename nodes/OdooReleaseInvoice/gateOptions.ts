import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_POLICY } from './core/policy';

const amount = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 4 },
	default: 0,
	description,
});

const tags = (
	displayName: string,
	name: string,
	standard: readonly string[],
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Tag' },
	default: [...standard],
	description,
});

/** What else the gate looks at. */
export const gateOptions: INodeProperties[] = [
	{
		displayName: 'Accepted Proof of Delivery',
		name: 'acceptedProof',
		type: 'multiOptions',
		options: [
			{ name: 'Attachment on the Transfer', value: 'attachment' },
			{
				name: 'Carrier Status',
				value: 'carrierStatus',
				description: 'A field of the transfer says that it is delivered',
			},
			{
				name: 'From the Item',
				value: 'itemField',
				description: "The option 'Proof of Delivery' is filled",
			},
			{ name: 'Signature on the Transfer', value: 'signature' },
		],
		default: ['signature', 'attachment', 'carrierStatus', 'itemField'],
		description: 'What proves that a shipment arrived',
	},
	{
		displayName: 'Carrier Status Field',
		name: 'carrierStatusField',
		type: 'string',
		default: '',
		placeholder: 'e.g. x_carrier_status',
		description: "Technical name of the transfer's field with the carrier's status",
	},
	{
		displayName: 'Carrier Statuses for Delivered',
		name: 'deliveredStatuses',
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Status' },
		default: ['delivered'],
	},
	{
		displayName: 'Check Price List',
		name: 'checkPriceList',
		type: 'boolean',
		default: false,
		description: 'Whether an order is held whose prices differ from its price list',
	},
	tags(
		'Dispute Tags',
		'disputeTags',
		DEFAULT_POLICY.disputeTags,
		'An order with one of these tags is disputed and held',
	),
	{
		displayName: 'Fiscal Position',
		name: 'fiscalPosition',
		type: 'options',
		options: [
			{ name: 'Not Checked', value: 'ignore' },
			{ name: 'Required', value: 'always' },
			{ name: 'Required for Foreign Customers', value: 'foreign' },
		],
		default: 'ignore',
	},
	tags('Hold Tags', 'holdTags', DEFAULT_POLICY.holdTags, 'An order with one of these tags is held'),
	{
		displayName: 'Ignore Open Returns',
		name: 'ignoreOpenReturns',
		type: 'boolean',
		default: false,
		description: 'Whether an order is billed although a return is on its way',
	},
	amount(
		'Price Tolerance Amount',
		'priceToleranceAmount',
		"How far a unit price may lie apart, in the order's currency",
	),
	amount('Price Tolerance Percent', 'priceTolerancePercent', 'How far a unit price may lie apart'),
	{
		displayName: 'Proof of Delivery',
		name: 'proofOfDelivery',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.proofOfDelivery }}',
		description:
			'What the workflow knows about the arrival: a signer, a document. Empty for nothing.',
	},
	amount(
		'Proven After Days',
		'provenAfterDays',
		'A shipment counts as arrived that many days after it left; 0 for never',
	),
	amount(
		'Quantity Tolerance Amount',
		'quantityToleranceAmount',
		'How much a difference in quantity may be worth',
	),
	amount(
		'Quantity Tolerance Percent',
		'quantityTolerancePercent',
		'How far a quantity may lie apart, of what was ordered',
	),
	amount(
		'Quantity Tolerance Units',
		'quantityToleranceUnits',
		"How far a quantity may lie apart, in the line's unit",
	),
	{
		displayName: 'Re-Check Credit Limit',
		name: 'recheckCredit',
		type: 'boolean',
		default: false,
		description:
			'Whether an order is held whose invoice takes the customer over the credit limit in Odoo',
	},
	{
		displayName: 'Require Tax',
		name: 'requireTax',
		type: 'boolean',
		default: false,
		description: 'Whether an order is held that has a line without tax',
	},
	{
		displayName: 'Required Customer Data',
		name: 'customerFields',
		type: 'multiOptions',
		options: [
			{ name: 'Address', value: 'address', description: 'Street, city and country' },
			{ name: 'E-Mail', value: 'email' },
			{ name: 'Payment Term', value: 'paymentTerm' },
			{ name: 'VAT Number', value: 'vat', description: 'Of companies' },
		],
		default: [],
		description: 'What the invoice address must have',
	},
];

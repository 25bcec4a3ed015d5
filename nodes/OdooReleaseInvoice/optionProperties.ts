import type { INodeProperties } from 'n8n-workflow';

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
	standard: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Tag' },
	default: [standard],
	description,
});

/** What else the gate looks at, and what the invoice gets. */
export const optionProperties: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
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
			displayName: 'Allow Credit Notes',
			name: 'allowCreditNotes',
			type: 'boolean',
			default: false,
			description: 'Whether returned goods are credited; otherwise the order is held',
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
		{
			displayName: 'Closed Books: Invoice Date',
			name: 'afterCutOff',
			type: 'options',
			options: [
				{ name: 'First Open Day', value: 'nextDay' },
				{ name: 'Hold the Order', value: 'hold' },
			],
			default: 'hold',
			description: 'What happens to an invoice whose date lies in the closed books',
		},
		{
			displayName: 'Closed Books: Last Day',
			name: 'cutOffDate',
			type: 'dateTime',
			default: '',
			description: 'Last day on which nothing is billed any more',
		},
		{
			displayName: 'Consolidate Invoices',
			name: 'consolidate',
			type: 'boolean',
			default: false,
			description:
				'Whether orders of one customer share an invoice; addresses, currency and company have to be the same',
		},
		tags(
			'Dispute Tags',
			'disputeTags',
			'Dispute',
			'An order with one of these tags is disputed and held',
		),
		{
			displayName: 'Down Payments',
			name: 'downPayments',
			type: 'options',
			options: [
				{ name: 'Deduct From the First Invoice', value: 'deductFirst' },
				{ name: 'Deduct From the Last Invoice', value: 'deductLast' },
				{ name: 'Hold the Order', value: 'hold' },
			],
			default: 'deductLast',
		},
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
		tags('Hold Tags', 'holdTags', 'Credit Hold', 'An order with one of these tags is held'),
		{
			displayName: 'Ignore Open Returns',
			name: 'ignoreOpenReturns',
			type: 'boolean',
			default: false,
			description: 'Whether an order is billed although a return is on its way',
		},
		{
			displayName: 'Invoice Date',
			name: 'invoiceDate',
			type: 'options',
			options: [
				{ name: 'Last Day of the Month', value: 'endOfMonth' },
				{ name: 'Last Delivery', value: 'lastDelivery' },
				{ name: 'Today', value: 'today' },
			],
			default: 'today',
		},
		{
			displayName: 'Narration',
			name: 'narration',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			description: "Text at the end of the invoice, instead of the order's terms",
		},
		amount(
			'Price Tolerance Amount',
			'priceToleranceAmount',
			"How far a unit price may lie apart, in the order's currency",
		),
		amount(
			'Price Tolerance Percent',
			'priceTolerancePercent',
			'How far a unit price may lie apart',
		),
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
			displayName: 'Reference',
			name: 'reference',
			type: 'string',
			default: '',
			description: "The customer's reference on the invoice, instead of the order's",
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
		{
			displayName: 'Send Invoice',
			name: 'send',
			type: 'boolean',
			default: false,
			description: "Whether posted invoices are sent by Odoo's own sending, in the customer's way",
		},
	],
};

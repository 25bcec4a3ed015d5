import type { INodeProperties } from 'n8n-workflow';

/** What the invoice gets, and what is billed at all. */
export const invoiceOptions: INodeProperties[] = [
	{
		displayName: 'Allow Credit Notes',
		name: 'allowCreditNotes',
		type: 'boolean',
		default: false,
		description: 'Whether returned goods are credited; otherwise the order is held',
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
	{
		displayName: 'Reference',
		name: 'reference',
		type: 'string',
		default: '',
		description: "The customer's reference on the invoice, instead of the order's",
	},
	{
		displayName: 'Send Invoice',
		name: 'send',
		type: 'boolean',
		default: false,
		description: "Whether posted invoices are sent by Odoo's own sending, in the customer's way",
	},
];

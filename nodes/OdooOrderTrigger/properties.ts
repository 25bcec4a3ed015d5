import type { INodeProperties } from 'n8n-workflow';

import { EVENT_TYPES } from './core/eventTypes';
import { DEFAULT_WATCHED } from './parameters';

const eventOptions = Object.entries(EVENT_TYPES)
	.map(([value, { label, meaning }]) => ({ name: label, value, description: meaning }))
	.sort((a, b) => a.name.localeCompare(b.name));

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Company Names or IDs',
			name: 'companyIds',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getCompanies' },
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		{
			displayName: 'Customer Tag Names or IDs',
			name: 'customerTagIds',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getCustomerTags' },
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		{
			displayName: 'Minimum Amount',
			name: 'minimumTotal',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 2 },
			default: 0,
			description: "Only orders with at least this total, in the order's currency",
		},
		{
			displayName: 'Sales Team Names or IDs',
			name: 'teamIds',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getTeams' },
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		{
			displayName: 'Warehouse Names or IDs',
			name: 'warehouseIds',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getWarehouses' },
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
	],
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Longest Transaction (Seconds)',
			name: 'overlapSeconds',
			type: 'number',
			typeOptions: { minValue: 10, maxValue: 900 },
			default: 150,
			description:
				'How far each sweep looks back behind the last one. A record carries the time its transaction began, so one that stayed open longer than this could be missed.',
		},
		{
			displayName: 'Most Events per Sweep',
			name: 'mostEvents',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 5000 },
			default: 1000,
			description: 'The next sweep goes on where this one stopped',
		},
		{
			displayName: 'Redeliver',
			name: 'redeliver',
			type: 'options',
			default: 'auto',
			options: [
				{ name: 'Always', value: 'always' },
				{ name: 'If the Next Node Answers', value: 'auto' },
				{ name: 'Never', value: 'never' },
			],
			description:
				'Whether to deliver an event again when n8n was stopped before the next node got it. That node must leave a note on the order, as Odoo Credit Check, Odoo Allocate Stock and Odoo Release Invoice do.',
		},
		{
			displayName: 'Redeliver After (Minutes)',
			name: 'redeliverMinutes',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 1440 },
			default: 15,
			description: 'How long an event may stay without an answer; it comes again with the same ID',
		},
	],
};

export const properties: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		default: ['orderConfirmed'],
		options: eventOptions,
		description: 'What starts the workflow; each event is one item',
	},
	{
		displayName: 'Watched Field Names or IDs',
		name: 'watchedFields',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getOrderFields' },
		default: [...DEFAULT_WATCHED],
		displayOptions: { show: { events: ['orderChanged'] } },
		description:
			'Fields of a sales order whose change is an event. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Hold Tag',
		name: 'holdTag',
		type: 'string',
		default: 'Credit Hold',
		displayOptions: { show: { events: ['holdReleased'] } },
		description: 'Name of the sales tag that means "on hold", as Odoo Credit Check sets it',
	},
	{
		displayName: 'Overdue by (Days)',
		name: 'overdueDays',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 3650 },
		default: 0,
		displayOptions: { show: { events: ['invoiceOverdue'] } },
		description: 'Days after the due date; 0 for the day after it',
	},
	{
		displayName: 'Receive',
		name: 'receive',
		type: 'options',
		default: 'sweep',
		options: [
			{
				name: 'By Sweep',
				value: 'sweep',
				description:
					'Look into Odoo at the poll times; finds everything and needs no administrator',
			},
			{
				name: 'By Webhook and Sweep',
				value: 'webhookAndSweep',
				description:
					'Odoo 17 and later also calls at once; registering that needs an administrator',
			},
		],
		description: 'How events come to n8n',
	},
	{
		displayName: 'Also Process Existing',
		name: 'processExisting',
		type: 'boolean',
		default: false,
		description: 'Whether the activation also tells of what happened before it',
	},
	{
		displayName: 'Existing Since (Days)',
		name: 'existingDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 3650 },
		default: 7,
		displayOptions: { show: { processExisting: [true] } },
		description: 'How many days back the activation looks',
	},
	filters,
	options,
];

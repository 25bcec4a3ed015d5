import type { INodeProperties } from 'n8n-workflow';

import { CASE_CODES, TAXONOMY } from '../shared/cases/core/taxonomy';
import { orderParameter } from '../shared/n8n/orderParameter';
import { calendarProperties } from './calendarProperties';
import { ownerProperties, roleOptions } from './ownerProperties';

const caseOptions = CASE_CODES.map((code) => ({
	name: code,
	value: code,
	description: TAXONOMY[code].title,
}));

const sourceProperties: INodeProperties[] = [
	{
		displayName: 'Exception',
		name: 'source',
		type: 'options',
		options: [
			{
				name: 'Allocation',
				value: 'allocation',
				description: 'The decision of Odoo Allocate Stock',
			},
			{ name: 'Chosen Case', value: 'named', description: 'A case that the workflow names itself' },
			{
				name: 'Classification',
				value: 'classification',
				description: 'The label of Odoo AI Classify',
			},
			{ name: 'Credit', value: 'credit', description: 'The decision of Odoo Credit Check' },
			{ name: 'Failure', value: 'failure', description: 'The error of a node before' },
			{
				name: 'From the Item',
				value: 'auto',
				description: 'Whatever the item shows: an error, or the "no" of the last node that decided',
			},
			{ name: 'Invoice', value: 'invoice', description: 'The decision of Odoo Release Invoice' },
		],
		default: 'auto',
		description: 'What makes the item an exception',
	},
	{
		displayName: 'Case',
		name: 'caseCode',
		type: 'options',
		options: caseOptions,
		default: 'OTHER',
		displayOptions: { show: { source: ['named'] } },
		description: 'The case to raise',
	},
	{
		displayName: 'Explanation',
		name: 'explanation',
		type: 'string',
		default: '',
		placeholder: 'e.g. Customer asked for another address',
		displayOptions: { show: { source: ['named'] } },
		description: 'What happened, in words for the owner',
	},
];

const overrideProperties: INodeProperties = {
	displayName: 'Own Rules',
	name: 'overrides',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Rule',
	default: {},
	description:
		'Where your house differs from the built-in owner, severity or service level of a case',
	options: [
		{
			displayName: 'Rule',
			name: 'rules',
			values: [
				{
					displayName: 'Case',
					name: 'code',
					type: 'options',
					options: caseOptions,
					default: 'OTHER',
				},
				{
					displayName: 'Owner Role',
					name: 'owner',
					type: 'options',
					options: [{ name: 'As Built In', value: 'builtIn' }, ...roleOptions],
					default: 'builtIn',
				},
				{
					displayName: 'Severity',
					name: 'severity',
					type: 'options',
					options: [
						{ name: 'As Built In', value: 'builtIn' },
						{ name: 'Critical', value: 'critical' },
						{ name: 'High', value: 'high' },
						{ name: 'Low', value: 'low' },
						{ name: 'Medium', value: 'medium' },
					],
					default: 'builtIn',
				},
				{
					displayName: 'Working Hours to Deadline',
					name: 'slaHours',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 0,
					description: 'Working hours from opening to the deadline; 0 means as built in',
				},
			],
		},
	],
};

export const properties: INodeProperties[] = [
	orderParameter,
	...sourceProperties,
	...ownerProperties,
	...calendarProperties,
	{
		displayName: 'High Value From',
		name: 'highValueFrom',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description:
			'An order with this total or more, in its own currency, moves up one priority; 0 for none',
	},
	overrideProperties,
	{
		displayName: 'Notify Owner',
		name: 'notifyOwner',
		type: 'boolean',
		default: true,
		description:
			'Whether Odoo tells the owner of a new case, by mail or in the inbox as the user prefers',
	},
	{
		displayName: 'Dry Run',
		name: 'dryRun',
		type: 'boolean',
		default: false,
		description: 'Whether to decide everything and write nothing to Odoo',
	},
];

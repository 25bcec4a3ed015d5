import type { INodeProperties } from 'n8n-workflow';

import { orderParameter } from '../shared/n8n/orderParameter';
import { labelProperties } from './labelProperties';

const TEXT_ELSEWHERE = { show: { textSource: ['item'] } };
const WITH_MODEL = { hide: { method: ['rules'] } };

const textProperties: INodeProperties[] = [
	{
		displayName: 'Text',
		name: 'textSource',
		type: 'options',
		options: [
			{
				name: "Customer's Last Message",
				value: 'customerMessage',
				description: 'The last mail or portal comment on the order that no internal user wrote',
			},
			{ name: 'From the Item', value: 'item', description: 'A text that the item carries' },
			{
				name: 'Order Note',
				value: 'orderNote',
				description: 'The terms and remarks at the bottom of the order',
			},
		],
		default: 'item',
		description: 'Where the text stands',
	},
	{
		displayName: 'Text to Classify',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '={{ $json.text }}',
		displayOptions: TEXT_ELSEWHERE,
		description: 'Plain or HTML; only what a person would read of it counts',
	},
	orderParameter,
];

const modelProperties: INodeProperties[] = [
	{
		displayName: 'Classify By',
		name: 'method',
		type: 'options',
		options: [
			{
				name: 'Rules and Model',
				value: 'rulesAndModel',
				description: 'A connected chat model is asked too; without one the rules decide',
			},
			{ name: 'Rules Only', value: 'rules', description: 'No text leaves for a model' },
		],
		default: 'rulesAndModel',
	},
	{
		displayName: 'Threshold',
		name: 'threshold',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
		default: 0.6,
		description: 'How certain a label has to be, from 0 to 1; below it the item needs review',
	},
	{
		displayName: 'Model Limits',
		name: 'limits',
		type: 'collection',
		placeholder: 'Add Limit',
		default: {},
		displayOptions: WITH_MODEL,
		options: [
			{
				displayName: 'Longest Text',
				name: 'longestText',
				type: 'number',
				typeOptions: { minValue: 100, maxValue: 20000 },
				default: 4000,
				description: 'In characters; what is longer is cut off, and the item says so',
			},
			{
				displayName: 'Most Questions in One Run',
				name: 'mostQuestions',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 1000,
				description: 'After that the rules decide alone',
			},
			{
				displayName: 'Questions at Once',
				name: 'parallel',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 20 },
				default: 4,
				description: 'How many texts the model reads at the same time',
			},
			{
				displayName: 'Seconds to Wait',
				name: 'timeoutSeconds',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 60,
				description: 'How long one answer may take',
			},
		],
	},
];

const effectProperties: INodeProperties[] = [
	{
		displayName: 'Write Note',
		name: 'writeNote',
		type: 'boolean',
		default: true,
		description: 'Whether to leave an internal note with label and evidence on the order',
	},
	{
		displayName: 'Write Tag',
		name: 'writeTag',
		type: 'boolean',
		default: false,
		description: 'Whether to put the label on the order as a sales tag',
	},
	{
		displayName: 'Tag Prefix',
		name: 'tagPrefix',
		type: 'string',
		default: 'Text: ',
		displayOptions: { show: { writeTag: [true] } },
		description: 'Stands before the label in the tag, as in "Text: order_change"',
	},
	{
		displayName: 'Dry Run',
		name: 'dryRun',
		type: 'boolean',
		default: false,
		description: 'Whether to decide everything and write nothing to Odoo',
	},
];

export const properties: INodeProperties[] = [
	...textProperties,
	...modelProperties,
	...labelProperties,
	...effectProperties,
];

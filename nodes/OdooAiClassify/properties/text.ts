import { z } from 'zod';

import { choiceSetting } from '../../shared/n8n/settings/kinds';
import { readBy } from '../../shared/n8n/settings/setting';

export const textSource = choiceSetting({
	displayName: 'Text Source',
	name: 'textSource',
	type: 'options',
	options: [
		{
			name: "Customer's Last Message",
			value: 'customerMessage',
			description: 'The last email or portal comment on the order not written by an internal user',
		},
		{ name: 'From the Item', value: 'item', description: 'A text that the item carries' },
		{
			name: 'Order Note',
			value: 'orderNote',
			description: 'The terms and remarks at the bottom of the order',
		},
	],
	default: 'item',
	description: 'Where the text comes from',
});

const WHAT_TO_DO =
	'point it to the text of the item, for example {{ $json.text }}, or let the text come from Odoo';

const itemText = z.union([z.string(), z.number().transform(String)], {
	errorMap: (_issue, { data }) => ({
		message: `it is ${data === null ? 'empty' : 'not a text'}; ${WHAT_TO_DO}`,
	}),
});

/** The item's own text; an empty one is a text without words. */
export const text = readBy(
	{
		displayName: 'Text to Classify',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '={{ $json.text }}',
		displayOptions: { show: { textSource: ['item'] } },
		description: 'Plain text or HTML; only what a reader would see counts',
	},
	itemText,
);

import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_LABELS } from './core/labels';

export const labelProperties: INodeProperties[] = [
	{
		displayName: 'Labels',
		name: 'labelSet',
		type: 'options',
		options: [
			{
				name: 'Built In',
				value: 'builtIn',
				description: DEFAULT_LABELS.map(({ name }) => name).join(', '),
			},
			{ name: 'Built In and Own', value: 'both' },
			{ name: 'Own', value: 'own' },
		],
		default: 'builtIn',
		description: 'The closed set the label is chosen from',
	},
	{
		displayName: 'Own Labels',
		name: 'labels',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Label',
		default: {},
		displayOptions: { hide: { labelSet: ['builtIn'] } },
		description: 'A label with the name of a built-in one replaces it',
		options: [
			{
				displayName: 'Label',
				name: 'values',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. warranty_claim',
						description: 'Letters, digits, _ and -',
					},
					{
						displayName: 'Description',
						name: 'description',
						type: 'string',
						default: '',
						placeholder: 'e.g. The customer claims warranty',
						description: 'What the label means; the model goes by it',
					},
					{
						displayName: 'Keywords',
						name: 'keywords',
						type: 'string',
						typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Keyword' },
						default: [],
						placeholder: 'e.g. warrant*',
						description:
							'Phrases the rules go by. * is the rest of a word, ... up to four words in between; case and accents do not matter.',
					},
					{
						displayName: 'Needs Attention',
						name: 'needsAttention',
						type: 'boolean',
						default: true,
						description:
							'Whether somebody has to act on such a text. Only rules, never a model alone, may choose a label that needs nobody.',
					},
				],
			},
		],
	},
];

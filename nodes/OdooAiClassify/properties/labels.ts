import { z } from 'zod';

import { rowsSetting } from '../../shared/n8n/settings/groups';
import { choiceSetting, flagSetting, textSetting } from '../../shared/n8n/settings/kinds';
import { readBy } from '../../shared/n8n/settings/setting';
import { DEFAULT_LABELS } from '../core/labels';
import { ABSTAIN } from '../core/prompt';

/** The values are older than the words. */
const labelSet = choiceSetting({
	displayName: 'Labels',
	name: 'labelSet',
	type: 'options',
	options: [
		{ name: 'Custom', value: 'own' },
		{
			name: 'Default',
			value: 'builtIn',
			description: DEFAULT_LABELS.map(({ title }) => title).join(', '),
		},
		{ name: 'Default and Custom', value: 'both' },
	],
	default: 'builtIn',
	description: 'The closed set from which a label is chosen',
});

const name = readBy(
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. warranty_claim',
		description: 'Letters, digits, _ and -',
	},
	z
		.string()
		.trim()
		.regex(/^[\w-]{1,60}$/, 'use letters, digits, _ and -, at most 60 of them')
		.refine((given) => given !== ABSTAIN, `'${ABSTAIN}' means that no label fits`),
);

const description = textSetting({
	displayName: 'Description',
	name: 'description',
	type: 'string',
	default: '',
	placeholder: 'e.g. The customer makes a warranty claim',
	description: 'What the label means, in words for the model',
});

const LONGEST_KEYWORD = 200;

const keywords = readBy(
	{
		displayName: 'Keywords',
		name: 'keywords',
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Keyword' },
		default: [],
		placeholder: 'e.g. warrant*',
		description:
			'Phrases to match. Use * for any word ending and ... for up to four words in between. Case and accents do not matter.',
	},
	z.array(z.string().max(LONGEST_KEYWORD, `a keyword has at most ${LONGEST_KEYWORD} characters`), {
		invalid_type_error: 'it has to be a list',
	}),
);

const needsAttention = flagSetting({
	displayName: 'Needs Attention',
	name: 'needsAttention',
	type: 'boolean',
	default: true,
	description:
		'Whether somebody has to act on such a text. Only rules, never a model alone, may choose a label that needs nobody.',
});

export const customLabels = rowsSetting(
	{
		displayName: 'Custom Labels',
		name: 'labels',
		type: 'fixedCollection',
		placeholder: 'Add Label',
		default: {},
		displayOptions: { hide: { labelSet: ['builtIn'] } },
		description: 'A label with the name of a default one replaces it',
	},
	{ name: 'values', displayName: 'Label' },
	[name, description, keywords, needsAttention],
);

export const labelSettings = [labelSet, customLabels] as const;

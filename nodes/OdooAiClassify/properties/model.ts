import { optionsSetting } from '../../shared/n8n/settings/groups';
import { choiceSetting, numberSetting } from '../../shared/n8n/settings/kinds';

const method = choiceSetting({
	displayName: 'Classify By',
	name: 'method',
	type: 'options',
	options: [
		{
			name: 'Rules and Model',
			value: 'rulesAndModel',
			description: 'Also asks the connected chat model; without one the rules decide',
		},
		{ name: 'Rules Only', value: 'rules', description: 'No text is sent to a model' },
	],
	default: 'rulesAndModel',
});

const threshold = numberSetting({
	displayName: 'Threshold',
	name: 'threshold',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
	default: 0.6,
	description: 'How certain a label has to be, from 0 to 1; an item below it needs review',
});

const longestText = numberSetting({
	displayName: 'Longest Text (Characters)',
	name: 'longestText',
	type: 'number',
	typeOptions: { minValue: 100, maxValue: 20000, numberPrecision: 0 },
	default: 4000,
	description: 'A longer text is cut off, and the item says so',
});

const mostQuestions = numberSetting({
	displayName: 'Max Questions per Run',
	name: 'mostQuestions',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1000000, numberPrecision: 0 },
	default: 1000,
	description: 'After that, the rules decide alone',
});

const parallel = numberSetting({
	displayName: 'Questions at Once',
	name: 'parallel',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 20, numberPrecision: 0 },
	default: 4,
	description: 'How many texts the model reads at the same time',
});

const timeoutSeconds = numberSetting({
	displayName: 'Timeout (Seconds)',
	name: 'timeoutSeconds',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 3600 },
	default: 60,
	description: 'How long to wait for an answer of the model',
});

const limits = optionsSetting(
	{
		displayName: 'Model Limits',
		name: 'limits',
		type: 'collection',
		placeholder: 'Add Limit',
		default: {},
		displayOptions: { hide: { method: ['rules'] } },
	},
	[longestText, mostQuestions, parallel, timeoutSeconds],
);

export const modelSettings = [method, threshold, limits] as const;

import { optionsSetting } from '../../shared/n8n/settings/groups';
import { choiceSetting, numberSetting } from '../../shared/n8n/settings/kinds';

const overlapSeconds = numberSetting({
	displayName: 'Longest Transaction (Seconds)',
	name: 'overlapSeconds',
	type: 'number',
	typeOptions: { minValue: 10, maxValue: 900, numberPrecision: 0 },
	default: 150,
	description:
		'How far each sweep looks back beyond the one before it. Odoo dates a change by the start of its transaction, so a change in a transaction that stays open longer than this could be missed.',
});

const mostEvents = numberSetting({
	displayName: 'Max Events per Sweep',
	name: 'mostEvents',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 5000, numberPrecision: 0 },
	default: 1000,
	description: 'The next sweep continues where this one stopped',
});

const redeliver = choiceSetting({
	displayName: 'Redeliver',
	name: 'redeliver',
	type: 'options',
	default: 'auto',
	options: [
		{ name: 'Always', value: 'always' },
		{ name: 'Never', value: 'never' },
		{
			name: 'When the Next Node Leaves a Note',
			value: 'auto',
			description:
				'If every next node is Odoo Credit Check, Odoo Allocate Stock or Odoo Release Invoice',
		},
	],
	description:
		'When to deliver an event again because n8n was stopped before the next node processed it. The event counts as processed once that node has left a note on the order.',
});

const redeliverMinutes = numberSetting({
	displayName: 'Redeliver After (Minutes)',
	name: 'redeliverMinutes',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 1440 },
	default: 15,
	description: 'How long to wait for the note. The event comes again with the same ID.',
});

export const options = optionsSetting(
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
	},
	[overlapSeconds, mostEvents, redeliver, redeliverMinutes],
);

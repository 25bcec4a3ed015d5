import { choiceSetting, flagSetting, numberSetting } from '../../shared/n8n/settings/kinds';

export const receive = choiceSetting({
	displayName: 'Receive',
	name: 'receive',
	type: 'options',
	default: 'sweep',
	options: [
		{
			name: 'By Sweep',
			value: 'sweep',
			description:
				'Poll Odoo on a schedule. Catches every event and needs no administrator rights.',
		},
		{
			name: 'By Webhook and Sweep',
			value: 'webhookAndSweep',
			description:
				'Odoo 17 and later also calls the webhook immediately. Registering it needs an administrator key.',
		},
	],
	description: 'How events reach n8n',
});

export const processExisting = flagSetting({
	displayName: 'Also Process Existing',
	name: 'processExisting',
	type: 'boolean',
	default: false,
	description: 'Whether to also emit events from before activation',
});

export const existingDays = numberSetting({
	displayName: 'Existing Since (Days)',
	name: 'existingDays',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 3650, numberPrecision: 0 },
	default: 7,
	displayOptions: { show: { processExisting: [true] } },
	description: 'How many days before activation to start from',
});

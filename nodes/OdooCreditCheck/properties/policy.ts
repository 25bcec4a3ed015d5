import { PRESET_LIST, type PresetName } from '../core/presets';
import {
	choiceSetting,
	daySetting,
	numberSetting,
	type Choice,
} from '../../shared/n8n/settings/kinds';
import { whenAdded } from '../../shared/n8n/settings/setting';
import { AMOUNT } from '../../shared/n8n/settings/bounds';

export const PRESET_OPTIONS: Choice<PresetName>[] = PRESET_LIST.map(
	({ name, label, description }) => ({ name: label, value: name, description }),
);

export const LIMIT_OPTIONS: Choice<'fixed' | 'none' | 'odoo'>[] = [
	{ name: 'Fixed Amount', value: 'fixed', description: 'One limit for every customer' },
	{
		name: 'None',
		value: 'none',
		description: 'Limits are not managed; the other rules still apply',
	},
	{
		name: 'Odoo Credit Limit',
		value: 'odoo',
		description: "The customer's credit limit, or else the company's default",
	},
];

export const temporaryLimitSettings = [
	numberSetting({
		displayName: 'Temporary Limit',
		name: 'temporaryAmount',
		type: 'number',
		typeOptions: AMOUNT,
		default: 0,
		description: "Amount added to the limit while it lasts, in the company's currency",
	}),
	daySetting({
		displayName: 'Temporary Limit From',
		name: 'temporaryFrom',
		type: 'dateTime',
		default: '',
		description: 'First day of the temporary limit',
	}),
	daySetting({
		displayName: 'Temporary Limit Until',
		name: 'temporaryUntil',
		type: 'dateTime',
		default: '',
		description: 'Last day of the temporary limit',
	}),
] as const;

export const toleranceSetting = whenAdded(
	numberSetting({
		displayName: 'Tolerance (%)',
		name: 'tolerance',
		type: 'number',
		typeOptions: AMOUNT,
		default: 0,
		description:
			'By how much the limit may be exceeded before the rule applies; as the policy says unless added',
	}),
);

export const newCustomerSetting = whenAdded(
	numberSetting({
		displayName: 'New Customer (Days)',
		name: 'newCustomerDays',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 36_500 },
		default: 90,
		description:
			'How long a customer counts as new after the first invoice; as the policy says unless added',
	}),
);

export const overdueMinimumSetting = whenAdded(
	numberSetting({
		displayName: 'Overdue Minimum',
		name: 'overdueMinimum',
		type: 'number',
		typeOptions: AMOUNT,
		default: 10,
		description:
			"Overdue of less than this amount is no reason, in the company's currency; every cent counts unless added",
	}),
);

export const policySettings = [
	choiceSetting({
		displayName: 'Policy',
		name: 'preset',
		type: 'options',
		options: PRESET_OPTIONS,
		default: 'standard',
		description: 'The credit policy to start from',
	}),
	choiceSetting({
		displayName: 'Limit Source',
		name: 'limitSource',
		type: 'options',
		options: LIMIT_OPTIONS,
		default: 'odoo',
		description: 'Where the credit limit comes from',
	}),
	numberSetting({
		displayName: 'Limit',
		name: 'fixedLimit',
		type: 'number',
		typeOptions: AMOUNT,
		default: 0,
		displayOptions: { show: { limitSource: ['fixed'] } },
		description: "In the company's currency; zero means no credit",
	}),
] as const;

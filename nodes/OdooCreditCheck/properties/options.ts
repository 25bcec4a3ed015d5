import type { OwnZero } from '../core/limit';
import { optionsSetting } from '../../shared/n8n/settings/groups';
import {
	choiceSetting,
	daySetting,
	flagSetting,
	numberSetting,
	textSetting,
	type Choice,
} from '../../shared/n8n/settings/kinds';
import { whenAdded } from '../../shared/n8n/settings/setting';
import { timeLimitSetting } from '../../shared/n8n/settings/timeLimit';
import { CREDIT_APPROVAL_NEEDED, CREDIT_HOLD } from '../../shared/traces/core/tagNames';
import { creditGroupSetting, groupLimitSetting, groupTagsSetting } from './creditGroup';
import {
	brokenPromisesFieldSetting,
	holdTagsSetting,
	riskClassFieldSetting,
	wantedDataSetting,
} from './customerFields';
import { AMOUNT } from '../../shared/n8n/settings/bounds';
import {
	newCustomerSetting,
	overdueMinimumSetting,
	temporaryLimitSettings,
	toleranceSetting,
} from './policy';

const OWN_ZERO_OPTIONS: Choice<OwnZero>[] = [
	{ name: 'No Credit', value: 'noCredit', description: 'The customer pays before delivery' },
	{
		name: 'Not Limited',
		value: 'notLimited',
		description: "The customer is exempt from the company's default limit",
	},
];

export const extraSetting = optionsSetting(
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		default: {},
		placeholder: 'Add Option',
	},
	[
		numberSetting({
			displayName: 'Approval Growth (%)',
			name: 'validityGrowth',
			type: 'number',
			typeOptions: AMOUNT,
			default: 10,
			description: "By how much the order's value may grow while its approval stays valid",
		}),
		textSetting({
			displayName: 'Approval Tag',
			name: 'approvalTag',
			type: 'string',
			required: true,
			default: CREDIT_APPROVAL_NEEDED,
			description: 'Tag of orders that wait for approval; created if it does not exist',
		}),
		numberSetting({
			displayName: 'Approval Valid (Days)',
			name: 'validityDays',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 36_500 },
			default: 7,
			description: 'How long an approval stays valid; with zero, every check decides anew',
		}),
		brokenPromisesFieldSetting,
		creditGroupSetting,
		holdTagsSetting,
		daySetting({
			displayName: 'Exchange Rate Date',
			name: 'rateDate',
			type: 'dateTime',
			default: '',
			description: 'Date of the exchange rates; today if empty',
		}),
		groupLimitSetting,
		groupTagsSetting,
		textSetting({
			displayName: 'Hold Tag',
			name: 'holdTag',
			type: 'string',
			required: true,
			default: CREDIT_HOLD,
			description: 'Tag of orders on hold; created if it does not exist',
		}),
		whenAdded(
			numberSetting({
				displayName: 'Horizon (Days)',
				name: 'horizonDays',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 36_500 },
				default: 60,
				description:
					'Undelivered goods promised for later than this do not count; all of them count unless added',
			}),
		),
		newCustomerSetting,
		overdueMinimumSetting,
		choiceSetting({
			displayName: 'Own Limit of Zero',
			name: 'ownZeroLimit',
			type: 'options',
			options: OWN_ZERO_OPTIONS,
			default: 'noCredit',
			description:
				"What a customer's own limit of zero means, where the company's default limit is another",
		}),
		textSetting({
			displayName: 'Policy Name',
			name: 'policyName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Credit policy 2026',
			description: 'What notes call the policy; the name of the chosen policy if empty',
		}),
		flagSetting({
			displayName: 'Release Own Orders',
			name: 'releaseOwnOrders',
			type: 'boolean',
			default: false,
			description:
				'Whether whoever sold or entered an order may release it, and the user whose account this node uses may release any, as in a company of one person. Whoever can edit the workflow or use that account can then release orders.',
		}),
		wantedDataSetting,
		riskClassFieldSetting,
		...temporaryLimitSettings,
		timeLimitSetting,
		toleranceSetting,
		flagSetting({
			displayName: 'Zero Means No Credit',
			name: 'zeroIsNoCredit',
			type: 'boolean',
			default: false,
			description:
				"Whether a credit limit of zero in Odoo always means no credit. Odoo stores zero for every customer without a limit, so by default only a zero that differs from the company's default limit means no credit.",
		}),
	],
);

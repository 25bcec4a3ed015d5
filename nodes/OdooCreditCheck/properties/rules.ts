import { RULES, type RuleCode } from '../core/rules';
import type { Reaction, Unit } from '../core/rules/rule';
import { rowsSetting } from '../../shared/n8n/settings/groups';
import { choiceSetting, numberSetting, type Choice } from '../../shared/n8n/settings/kinds';
import { SIGNED_AMOUNT } from '../../shared/n8n/settings/bounds';

const UNIT_NAMES = {
	amount: 'amount',
	count: 'number',
	days: 'days',
	percent: 'percent',
} as const satisfies Record<Unit, string>;

const describe = ({ description, unit, hasThreshold }: (typeof RULES)[number]): string =>
	hasThreshold && unit !== null
		? `${description}, above the threshold (${UNIT_NAMES[unit]})`
		: description;

/** The rules of a policy as a person picks them. */
export const RULE_OPTIONS: Choice<RuleCode>[] = RULES.map((rule) => ({
	name: rule.label,
	value: rule.code,
	description: describe(rule),
})).sort((a, b) => a.name.localeCompare(b.name));

const WITH_THRESHOLD = RULES.filter(({ hasThreshold }) => hasThreshold).map(({ code }) => code);

const REACTIONS: Choice<Reaction>[] = [
	{
		name: 'Approve',
		value: 'approve',
		description: 'List the reason, but let the order pass',
	},
	{ name: 'Ask', value: 'ask', description: 'Send the order to Needs Approval' },
	{ name: 'Hold', value: 'hold', description: 'Send the order to On Hold' },
	{ name: 'Off', value: 'off', description: 'Do not apply the rule' },
];

export const rulesSetting = rowsSetting(
	{
		displayName: 'Rules',
		name: 'rules',
		type: 'fixedCollection',
		typeOptions: { multipleValueButtonText: 'Change Rule' },
		default: {},
		placeholder: 'Change Rule',
		description: 'Rules that differ from the policy',
	},
	{ name: 'rule', displayName: 'Rule' },
	[
		choiceSetting({
			displayName: 'Rule',
			name: 'code',
			type: 'options',
			options: RULE_OPTIONS,
			default: 'limit_exceeded',
			description: 'The rule to change',
		}),
		choiceSetting({
			displayName: 'Reaction',
			name: 'reaction',
			type: 'options',
			options: REACTIONS,
			default: 'ask',
			description: 'What happens when the rule applies',
		}),
		numberSetting({
			displayName: 'Threshold',
			name: 'threshold',
			type: 'number',
			typeOptions: SIGNED_AMOUNT,
			default: 0,
			displayOptions: { show: { code: WITH_THRESHOLD } },
			description:
				"The rule applies above this figure: days, percent, a number of cases, or an amount in the company's currency",
		}),
	],
);

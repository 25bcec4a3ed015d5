import { recordOf } from '../../shared/core/collections';
import type { LimitSource, TemporaryLimit } from './limit';
import { PRESET_LIST, type PresetName } from './presets';
import { RULES, type RuleCode } from './rules';
import type { PolicyFrame, RuleSetting } from './rules/rule';

export type RuleSettings = { readonly [code in RuleCode]: RuleSetting };

export interface Policy extends PolicyFrame {
	readonly rules: RuleSettings;
}

// The hash of a policy is recorded in Odoo: names and order of its fields are part of it.
const toPolicy = ({ name, tolerance, newCustomerDays }: (typeof PRESET_LIST)[number]): Policy => ({
	limit: { kind: 'odoo' },
	temporary: [],
	tolerance,
	newCustomerDays,
	rules: recordOf(
		RULES,
		({ code }) => code,
		({ presets }) => presets[name],
	),
});

export const PRESETS: { readonly [name in PresetName]: Policy } = recordOf(
	PRESET_LIST,
	({ name }) => name,
	toPolicy,
);

/** Some settings of a policy, to put in place of others; null and undefined leave a setting as it is. */
export interface PolicyChange {
	readonly preset?: PresetName | null;
	readonly limit?: LimitSource | null;
	readonly temporary?: readonly TemporaryLimit[];
	readonly tolerance?: number | null;
	readonly newCustomerDays?: number | null;
	readonly overdueMinimum?: number | null;
	readonly rules?: Partial<RuleSettings>;
}

export const withChange = (policy: Policy, change: PolicyChange): Policy => {
	const start = change.preset ? PRESETS[change.preset] : policy;
	const overdueMinimum = change.overdueMinimum ?? policy.overdueMinimum;
	return {
		limit: change.limit ?? policy.limit,
		temporary: [...policy.temporary, ...(change.temporary ?? [])],
		tolerance: change.tolerance ?? start.tolerance,
		newCustomerDays: change.newCustomerDays ?? start.newCustomerDays,
		...(overdueMinimum === undefined ? {} : { overdueMinimum }),
		rules: { ...start.rules, ...change.rules },
	};
};

/** A rule that is off decides nothing: that it exists makes no other policy. */
export const withoutOff = (policy: Policy): PolicyFrame & { readonly rules: object } => ({
	...policy,
	rules: Object.fromEntries(
		RULES.flatMap(({ code }) =>
			policy.rules[code].reaction === 'off' ? [] : [[code, policy.rules[code]]],
		),
	),
});

/** Came after 0.1.0, whose hashes have the rules in them that are off. */
const LATER: readonly RuleCode[] = ['release_unproven'];

/** What 0.1.0 made the hash of: orders that stay stopped under it get no second note. */
export const asRecordedBefore = (policy: Policy): PolicyFrame & { readonly rules: object } => ({
	...policy,
	rules: Object.fromEntries(
		RULES.flatMap(({ code }) => (LATER.includes(code) ? [] : [[code, policy.rules[code]]])),
	),
});

import { ZERO, exact, type Exact } from '../../../shared/core/exact';
import { ofAmount } from '../limit';
import { above, ask, defineRule, hold, type RuleInput } from './rule';

const groupCeiling = ({ account: { group }, policy }: RuleInput): Exact | null => {
	if (group === null || group.limit === null) return null;
	const limit = ofAmount(exact(group.limit), policy.tolerance);
	return limit.kind === 'amount' ? limit.ceiling : ZERO;
};

export const groupLimitExceeded = defineRule({
	code: 'group_limit_exceeded',
	label: 'Group Limit Exceeded',
	description: "Exposure of the whole credit group above the group's limit",
	unit: 'amount',
	hasThreshold: false,
	presets: { lenient: ask(), standard: ask(), strict: hold() },
	standsFor: 'CREDIT_LIMIT',
	sentence: ({ actual, threshold }) =>
		`The customer's group would owe ${actual}; the group's limit allows ${threshold}.`,
	check: (input) => {
		const ceiling = groupCeiling(input);
		const { group } = input.exposure;
		return ceiling === null || group === null ? null : above(group, ceiling);
	},
});

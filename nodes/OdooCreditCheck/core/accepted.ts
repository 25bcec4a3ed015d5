import { divide, exact, multiply, smallest, subtract } from '../../shared/core/exact';
import type { AcceptedReason } from '../../shared/ledger/core/approvalFacts';
import type { Policy } from './policy';
import { applyRules, type AppliedRule } from './rules/applyRules';
import type { RuleInput } from './rules/rule';

type Input = RuleInput & { readonly policy: Policy };

/** What whoever approves these reasons accepts. A tag that a person put on is that person's to take off. */
export const acceptedOf = (
	rules: readonly AppliedRule[],
	policy: Policy,
): ReadonlyMap<string, AcceptedReason> =>
	new Map(
		rules
			.filter(({ code }) => code !== 'order_on_hold')
			.map(({ code, reaction }) => [
				code,
				{ answer: reaction, threshold: policy.rules[code].threshold },
			]),
	);

/** The rules for the order as it was decided earlier: that it may grow is settled by *Growth* alone. */
export const rulesWithoutGrowth = (input: Input): AppliedRule[] =>
	// A release that nothing proves is no reason that came: it is what is asked about.
	appliedBefore(input).filter(({ code }) => code !== 'release_unproven');

const appliedBefore = (input: Input): AppliedRule[] => {
	const { order, orderTotal, exposure } = input;
	const before = order.earlier?.given.total ?? order.total;
	if (before <= 0 || before >= order.total) return applyRules(input);
	const totalBefore = divide(multiply(orderTotal, exact(before)), exact(order.total));
	const growth = smallest(subtract(orderTotal, totalBefore), exposure.thisOrder);
	return applyRules({
		...input,
		orderTotal: totalBefore,
		exposure: {
			...exposure,
			thisOrder: subtract(exposure.thisOrder, growth),
			total: subtract(exposure.total, growth),
			group: exposure.group === null ? null : subtract(exposure.group, growth),
		},
	});
};

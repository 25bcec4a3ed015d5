import type { CreditRules } from '../core/decideRun';
import { RULE_CODES, withChange, type RuleCode } from '../core/policy';

/** Rules that some order of the run may meet: what no rule looks at is not read. */
export const rulesInUse = ({ policy, segments }: CreditRules): ReadonlySet<RuleCode> => {
	const policies = [policy, ...segments.map(({ change }) => withChange(policy, change))];
	return new Set(
		RULE_CODES.filter((code) => policies.some(({ rules }) => rules[code].reaction !== 'off')),
	);
};

import { exact } from '../../../shared/core/exact';
import type { Policy } from '../policy';
import { RULES, type RuleCode } from './index';
import type { Finding, Reaction, RuleInput, Unit } from './rule';

export interface AppliedRule extends Finding {
	readonly code: RuleCode;
	readonly reaction: Exclude<Reaction, 'off'>;
	readonly unit: Unit | null;
}

/** Every rule that applies, not only the first. */
export const applyRules = (input: RuleInput & { readonly policy: Policy }): AppliedRule[] =>
	RULES.flatMap(({ code, unit, check }) => {
		const { reaction, threshold } = input.policy.rules[code];
		if (reaction === 'off') return [];
		const finding = check(input, exact(threshold));
		return finding === null ? [] : [{ code, reaction, unit, ...finding }];
	});

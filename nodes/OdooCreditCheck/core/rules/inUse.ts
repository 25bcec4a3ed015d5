import { withChange, type Policy, type PolicyChange } from '../policy';
import { RULES } from './index';
import type { Source } from './rule';

/**
 * What the rules look at that some order of the run may meet: the rest is not read.
 * @param changes of the overrides
 */
export const sourcesInUse = (
	policy: Policy,
	changes: readonly PolicyChange[],
): ReadonlySet<Source> => {
	const policies = [policy, ...changes.map((change) => withChange(policy, change))];
	const used = RULES.filter(({ code }) =>
		policies.some(({ rules }) => rules[code].reaction !== 'off'),
	);
	return new Set(used.flatMap(({ looksAt }) => looksAt ?? []));
};

import { divide, exact, multiply, subtract, ZERO, type Exact } from '../../shared/core/exact';
import type { AcceptedReason } from '../../shared/ledger/core/approvalFacts';
import { acceptedOf, rulesWithoutGrowth } from './accepted';
import type { Account } from './account';
import { routeApproval, type Approval, type ApprovalRow } from './approval';
import type { Exposure } from './exposure';
import type { Named } from './facts';
import { limitOf, type Limit } from './limit';
import type { OrderFacts } from './order';
import { outcomeOf, type Decided } from './outcome';
import type { Policy } from './policy';
import { judgeReleases } from './release';
import { applyRules } from './rules/applyRules';
import type { Validity } from './validity';

export interface CreditDecision extends Decided {
	readonly order: OrderFacts;
	readonly account: Account;
	readonly exposure: Exposure;
	readonly orderTotal: Exact;
	readonly limit: Limit;
	/** What is left of the limit, below zero when it is exceeded; null without a limit. */
	readonly headroom: Exact | null;
	/** Percent of the limit; null without a limit. */
	readonly utilisation: Exact | null;
	readonly approval: Approval | null;
	readonly policy: Policy;
	/** Names of the overrides that shaped the policy for this order. */
	readonly segments: readonly string[];
	readonly releasedBy: Named | null;
	/** What an approval of this decision covers. */
	readonly accepted: ReadonlyMap<string, AcceptedReason>;
}

interface DecisionInput {
	readonly account: Account;
	readonly order: OrderFacts;
	/** With the order itself. */
	readonly exposure: Exposure;
	/** In the company's currency. */
	readonly orderTotal: Exact;
	readonly policy: Policy;
	readonly segments: readonly string[];
	readonly matrix: readonly ApprovalRow[];
	readonly validity: Validity;
	readonly mayReleaseOwn: boolean;
	/** `YYYY-MM-DD` */
	readonly today: string;
}

const HUNDRED = exact(100);

/** A decision about one order. */
export const decideCredit = (input: DecisionInput): CreditDecision => {
	const { account, order, exposure, orderTotal, policy, segments, matrix, validity, today } = input;
	const limit = limitOf(account, policy, today);
	const ruleInput = { account, order, exposure, orderTotal, limit, policy, today };
	const rules = applyRules(ruleInput);
	const approvalCase = {
		order,
		orderTotal,
		exposure: exposure.total,
		limit,
		segments,
		mayReleaseOwn: input.mayReleaseOwn,
		reasons: rules.filter(({ reaction }) => reaction !== 'approve').map(({ code }) => code),
	};
	const release = judgeReleases(matrix, approvalCase);
	const stops = acceptedOf(rulesWithoutGrowth(ruleInput), policy);
	const { decision, reasons } = outcomeOf({ order, rules, stops, release, validity, today });
	const isReleased = reasons.some(({ code }) => code === 'released');
	return {
		decision,
		order,
		account,
		reasons,
		exposure,
		orderTotal,
		limit,
		...useOf(limit, exposure.total),
		approval: decision === 'needsApproval' ? routeApproval(matrix, approvalCase) : null,
		policy,
		segments,
		accepted: acceptedOf(
			rules.filter(({ code }) => reasons.some((reason) => reason.code === code)),
			policy,
		),
		releasedBy: isReleased ? (release?.release.by ?? null) : null,
	};
};

const useOf = (limit: Limit, exposure: Exact): Pick<CreditDecision, 'headroom' | 'utilisation'> => {
	if (limit.kind === 'notManaged') return { headroom: null, utilisation: null };
	if (limit.kind === 'noCredit') return { headroom: subtract(ZERO, exposure), utilisation: null };
	return {
		headroom: subtract(limit.amount, exposure),
		utilisation: divide(multiply(exposure, HUNDRED), limit.amount),
	};
};

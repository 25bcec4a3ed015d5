import { divide, exact, multiply, subtract, type Exact } from '../../shared/core/exact';
import { routeApproval, type Approval, type ApprovalRow } from './approval';
import type { Exposure } from './exposure';
import type { Account, Decision, Named, OrderFacts, Release } from './facts';
import type { Limit } from './limit';
import { limitOf } from './limit';
import type { Policy, Reaction, RuleCode } from './policy';
import { applyRules, type AppliedRule, type Finding, type Unit } from './rules';
import { refusalOfRelease, type Refusal } from './release';
import { keepsApproval, type Validity } from './validity';

/** Reasons that come from what happened before, not from a rule of the policy. */
export type EventCode = 'order_cancelled' | 'approved_before' | 'released' | 'release_not_allowed';

export interface Reason extends Finding {
	readonly code: RuleCode | EventCode;
	readonly reaction: Exclude<Reaction, 'off'>;
	readonly unit: Unit | null;
}

export interface CreditDecision {
	readonly decision: Decision;
	readonly order: OrderFacts;
	readonly account: Account;
	/** All of them; the most severe one decided. */
	readonly reasons: readonly Reason[];
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
}

export interface DecisionInput {
	readonly account: Account;
	readonly order: OrderFacts;
	readonly exposure: Exposure;
	readonly orderTotal: Exact;
	readonly policy: Policy;
	readonly segments: readonly string[];
	readonly matrix: readonly ApprovalRow[];
	readonly validity: Validity;
	/** `YYYY-MM-DD` */
	readonly today: string;
}

const SEVERITY = { approve: 0, ask: 1, hold: 2 } as const satisfies Record<
	Exclude<Reaction, 'off'>,
	number
>;
const DECISIONS: readonly Decision[] = ['approved', 'needsApproval', 'onHold'];

/** 0 approved, 1 needs approval, 2 on hold: greater is stricter. */
export const severityOf = (decision: Decision): number => DECISIONS.indexOf(decision);

const mostSevere = (reasons: readonly Reason[]): Decision =>
	DECISIONS[Math.max(0, ...reasons.map(({ reaction }) => SEVERITY[reaction]))] ?? 'onHold';

const event = (code: EventCode, reaction: Reason['reaction'], detail?: string): Reason => ({
	code,
	reaction,
	unit: null,
	actual: null,
	threshold: null,
	detail,
});

/** A decision about one order; the exposure it is given includes the order itself. */
export const decideCredit = (input: DecisionInput): CreditDecision => {
	const { account, order, exposure, orderTotal, policy, segments, today } = input;
	const limit = limitOf(account, policy, today);
	const rules = applyRules({ account, order, exposure, orderTotal, limit, policy, today });
	const figures =
		limit.kind === 'amount' ? limit.amount : limit.kind === 'noCredit' ? exact(0) : null;
	const codes = rules.filter(({ reaction }) => reaction !== 'approve').map(({ code }) => code);
	const approvalCase = {
		order,
		orderTotal,
		exposure: exposure.total,
		limit,
		segments,
		reasons: codes,
	};
	const { decision, reasons } = outcomeOf(
		input,
		rules,
		refusalOfRelease(input.matrix, approvalCase),
	);
	return {
		decision,
		order,
		account,
		reasons,
		exposure,
		orderTotal,
		limit,
		headroom: figures === null ? null : subtract(figures, exposure.total),
		utilisation:
			limit.kind === 'amount' ? divide(multiply(exposure.total, exact(100)), limit.amount) : null,
		approval: decision === 'needsApproval' ? routeApproval(input.matrix, approvalCase) : null,
		policy,
		segments,
		releasedBy: reasons.some(({ code }) => code === 'released')
			? (order.release?.by ?? null)
			: null,
	};
};

const outcomeOf = (
	{ order, validity, today }: DecisionInput,
	rules: readonly AppliedRule[],
	refusal: Refusal | null,
): { readonly decision: Decision; readonly reasons: readonly Reason[] } => {
	const { release, earlier, state } = order;
	if (state === 'cancelled')
		return { decision: 'onHold', reasons: [event('order_cancelled', 'hold')] };
	if (release !== null && refusal === null)
		return {
			decision: 'approved',
			reasons: [event('released', 'approve', releaseText(release)), ...rules],
		};
	if (keepsApproval(order, validity, today))
		return {
			decision: 'approved',
			reasons: [event('approved_before', 'approve', earlier?.on), ...rules],
		};
	if (release === null || refusal === null) return { decision: mostSevere(rules), reasons: rules };
	const refused = event('release_not_allowed', 'approve', `${release.by.name} (${refusal})`);
	return { decision: mostSevere(rules), reasons: [...rules, refused] };
};

const releaseText = ({ by, isLastChange }: Release): string =>
	isLastChange ? `${by.name}, who changed the order last` : by.name;

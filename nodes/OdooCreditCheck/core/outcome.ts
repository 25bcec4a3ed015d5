import type { Decision, OrderFacts, Release } from './order';
import type { Refusal } from './release';
import type { ReasonCode } from './rules';
import type { AppliedRule } from './rules/applyRules';
import type { EventCode } from './rules/events';
import type { Finding, Reaction, Unit } from './rules/rule';
import { keptApproval, type Validity } from './validity';

export interface Reason extends Finding {
	readonly code: ReasonCode;
	readonly reaction: Exclude<Reaction, 'off'>;
	readonly unit: Unit | null;
}

export interface Decided {
	readonly decision: Decision;
	/** All of them; the most severe one decided. */
	readonly reasons: readonly Reason[];
}

interface OutcomeInput {
	readonly order: OrderFacts;
	readonly rules: readonly AppliedRule[];
	/** Why the release of the order does not count; null when it does, or when there is none. */
	readonly refusal: Refusal | null;
	readonly validity: Validity;
	/** `YYYY-MM-DD` */
	readonly today: string;
}

const SEVERITY = { approve: 0, ask: 1, hold: 2 } as const satisfies Record<
	Reason['reaction'],
	number
>;
const DECISIONS: readonly Decision[] = ['approved', 'needsApproval', 'onHold'];

const byRules = (rules: readonly AppliedRule[]): Decision =>
	DECISIONS[Math.max(0, ...rules.map(({ reaction }) => SEVERITY[reaction]))] ?? 'onHold';

const event = (code: EventCode, reaction: Reason['reaction'], detail?: string): Reason => ({
	code,
	reaction,
	unit: null,
	actual: null,
	threshold: null,
	detail,
});

/** What happened to the order goes before what the rules say. */
export const outcomeOf = ({ order, rules, refusal, validity, today }: OutcomeInput): Decided => {
	const { release, state } = order;
	if (state === 'cancelled')
		return { decision: 'onHold', reasons: [event('order_cancelled', 'hold')] };
	if (release !== null && refusal === null)
		return approved(event('released', 'approve', whoReleased(release)), rules);
	const kept = keptApproval(order, validity, today);
	if (kept !== null) return approved(event('approved_before', 'approve', kept.on), rules);
	const decision = byRules(rules);
	if (release === null || refusal === null) return { decision, reasons: rules };
	const why = `${release.by.name} (${REFUSALS[refusal]})`;
	return { decision, reasons: [...rules, event('release_not_allowed', 'approve', why)] };
};

const approved = (because: Reason, rules: readonly AppliedRule[]): Decided => ({
	decision: 'approved',
	reasons: [because, ...rules],
});

const whoReleased = ({ by, isLastChange }: Release): string =>
	isLastChange ? `${by.name}, who changed the order last` : by.name;

const REFUSALS = {
	salesperson: 'the salesperson of the order',
	requester: 'who entered the order',
	notAnApprover: 'not an approver of this order',
} as const satisfies Record<Refusal, string>;

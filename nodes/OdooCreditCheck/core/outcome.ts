import { uncovered, type AcceptedReason } from '../../shared/ledger/core/approvalFacts';
import { whyEnded } from './ended';
import type { Decision, OrderFacts, Release } from './order';
import type { JudgedRelease, Refusal } from './release';
import type { ReasonCode } from './rules';
import type { AppliedRule } from './rules/applyRules';
import type { EventCode } from './rules/events';
import type { Finding, Reaction, Unit } from './rules/rule';
import { approvalOf, endOf, type Validity } from './validity';

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
	/** What stops it, had it not grown since it was decided. */
	readonly stops: ReadonlyMap<string, AcceptedReason>;
	readonly release: JudgedRelease | null;
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
export const outcomeOf = (input: OutcomeInput): Decided => {
	const { order, rules: applied, release: judged } = input;
	if (order.state === 'cancelled')
		return { decision: 'onHold', reasons: [event('order_cancelled', 'hold')] };
	const rules = applied.filter(({ code }) => code !== 'release_unproven');
	if (judged === null) return withoutRelease(input, rules);
	const { release, refusal } = judged;
	const ended = endOfRelease(input);
	if (refusal === null && ended === null)
		return approved(event('released', 'approve', whoReleased(release)), rules);
	const why =
		refusal === null ? event('approval_ended', 'approve', ended ?? '') : refused(judged, refusal);
	return { decision: byRules(rules), reasons: [...rules, why] };
};

const refused = ({ release: { by } }: JudgedRelease, refusal: Refusal): Reason =>
	refusal === 'outdated'
		? event('release_outdated', 'approve', by.name)
		: event('release_not_allowed', 'approve', `${by.name} (${REFUSALS[refusal]})`);

const withoutRelease = (input: OutcomeInput, rules: readonly AppliedRule[]): Decided => {
	const { order, stops, validity, today } = input;
	const standing = approvalOf(order, validity, today);
	const decision = byRules(rules);
	if (standing === null) return unproven(input, rules) ?? { decision, reasons: rules };
	const ended = standing.ended ?? uncovered(standing.earlier.given, stops);
	if (ended === null)
		return approved(event('approved_before', 'approve', standing.earlier.on), rules);
	const why = event('approval_ended', 'approve', whyEnded('approval', ended));
	return { decision, reasons: [...rules, why] };
};

/** Somebody let a stopped order go whom nothing proves: the rule about that decides, for what the stop covered. */
const unproven = (input: OutcomeInput, rules: readonly AppliedRule[]): Decided | null => {
	const rule = input.rules.find(({ code }) => code === 'release_unproven');
	const isStopped = byRules(rules) !== 'approved';
	if (!rule || !isStopped || endOfRelease(input) !== null) return null;
	return { decision: byRules([rule]), reasons: [rule, ...rules] };
};

const endOfRelease = ({ order, rules, stops, validity }: OutcomeInput): string | null => {
	if (order.earlier === null) return null;
	const isHeld = rules.some(
		({ code, reaction }) => code === 'order_on_hold' && reaction !== 'approve',
	);
	if (isHeld)
		return 'the release does not count while the order carries a hold tag of somebody else';
	const { earlier } = order;
	const ended = endOf(order, earlier, validity.growth) ?? uncovered(earlier.given, stops);
	return ended && whyEnded('release', ended);
};

const approved = (because: Reason, rules: readonly AppliedRule[]): Decided => ({
	decision: 'approved',
	reasons: [because, ...rules],
});

const whoReleased = ({ by, isByNote }: Release): string =>
	isByNote ? `${by.name}, by a note on the order` : by.name;

const REFUSALS = {
	pipeline: 'whose account the workflow uses',
	salesperson: 'the salesperson of the order',
	requester: 'who entered the order',
	notAnApprover: 'not an approver of this order',
} as const satisfies Record<Exclude<Refusal, 'outdated'>, string>;

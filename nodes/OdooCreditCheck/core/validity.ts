import { add, compare, divide, exact, multiply } from '../../shared/core/exact';
import { daysBetween } from '../../shared/core/time';
import type { EarlierDecision, OrderFacts } from './order';

export interface Validity {
	/** Days an approval lasts; zero when every check decides anew. */
	readonly days: number;
	/** Percent by which the order's value may grow meanwhile. */
	readonly growth: number;
}

const HUNDRED = exact(100);

const grewTooMuch = (before: number, now: number, growth: number): boolean =>
	compare(exact(now), multiply(exact(before), divide(add(HUNDRED, exact(growth)), HUNDRED))) > 0;

const stillApproved = (
	{ earlier, total, decidedAnew }: OrderFacts,
	validity: Validity,
	today: string,
): EarlierDecision | null => {
	if (validity.days === 0 || decidedAnew || earlier?.decision !== 'approved') return null;
	return daysBetween(earlier.on, today) <= validity.days &&
		!grewTooMuch(earlier.total, total, validity.growth)
		? earlier
		: null;
};

/** The earlier approval by which an order is approved, whatever the rules say now. */
export const keptApproval = (
	order: OrderFacts,
	validity: Validity,
	today: string,
): EarlierDecision | null =>
	order.state === 'cancelled' || order.heldByHand || order.release !== null
		? null
		: stillApproved(order, validity, today);

/** How long the approval of a quotation counts as exposure of its customer, even when every check decides anew. */
const SHORTEST_CLAIM_DAYS = 1;

/** Whether an approval is recent enough to count. */
export const isInForce = (earlier: EarlierDecision, { days }: Validity, today: string): boolean =>
	earlier.decision === 'approved' &&
	daysBetween(earlier.on, today) <= Math.max(days, SHORTEST_CLAIM_DAYS);

interface DecisionNow {
	readonly digest: string;
	readonly validity: Validity;
	readonly today: string;
}

/**
 * Whether a decision is the one that is recorded already, so that nothing is written. An approval that ran out and is
 * given again is a new one.
 */
export const isRecorded = (
	earlier: EarlierDecision | null,
	{ digest, validity, today }: DecisionNow,
): boolean => {
	if (earlier === null || earlier.digest !== digest) return false;
	return (
		earlier.decision !== 'approved' || validity.days === 0 || isInForce(earlier, validity, today)
	);
};

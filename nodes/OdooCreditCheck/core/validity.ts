import { add, compare, divide, exact, multiply } from '../../shared/core/exact';
import { daysBetween } from '../../shared/core/time';
import type { EarlierDecision, OrderFacts } from './facts';

export interface Validity {
	/** Days an approval lasts; zero when every check decides anew. */
	readonly days: number;
	/** Percent by which the order's value may grow meanwhile. */
	readonly growth: number;
}

const HUNDRED = exact(100);

const grewTooMuch = (before: number, now: number, growth: number): boolean =>
	compare(exact(now), multiply(exact(before), divide(add(HUNDRED, exact(growth)), HUNDRED))) > 0;

/** Whether an approval recorded earlier still holds for the order as it is now. */
export const stillApproved = (
	{ earlier, total, decidedAnew }: OrderFacts,
	validity: Validity,
	today: string,
): boolean => {
	if (validity.days === 0 || decidedAnew || earlier?.decision !== 'approved') return false;
	return (
		daysBetween(earlier.on, today) <= validity.days &&
		!grewTooMuch(earlier.total, total, validity.growth)
	);
};

/** Whether an order will be approved because it was, whatever the rules say now. */
export const keepsApproval = (order: OrderFacts, validity: Validity, today: string): boolean =>
	order.state !== 'cancelled' &&
	!order.heldByHand &&
	order.release === null &&
	stillApproved(order, validity, today);

/** How long an approval of a quotation counts as exposure of its customer, even when every check decides anew. */
const SHORTEST_CLAIM_DAYS = 1;

/** Whether an approval is recent enough to be bound by it. */
export const isInForce = (earlier: EarlierDecision, { days }: Validity, today: string): boolean =>
	earlier.decision === 'approved' &&
	daysBetween(earlier.on, today) <= Math.max(days, SHORTEST_CLAIM_DAYS);

/**
 * Whether a decision is the one that is recorded already, so that nothing is written. An approval that ran out and is
 * given again is a new one.
 */
export const isRecorded = (
	earlier: EarlierDecision | null,
	digest: string,
	validity: Validity,
	today: string,
): boolean => {
	if (earlier === null || earlier.digest !== digest) return false;
	return (
		earlier.decision !== 'approved' || validity.days === 0 || isInForce(earlier, validity, today)
	);
};

import { daysBetween } from '../../shared/core/time';
import {
	changeSince,
	type ApprovalFacts,
	type Difference,
} from '../../shared/ledger/core/approvalFacts';
import type { EarlierDecision, OrderFacts } from './order';

export interface Validity {
	/** Days an approval lasts; zero when every check decides anew. */
	readonly days: number;
	/** Percent by which the order's value may grow meanwhile. */
	readonly growth: number;
}

/** What of the order an approval is given for, the reasons left aside. */
export const factsOf = ({
	debtorId,
	companyId,
	currency,
	term,
	total,
	state,
}: OrderFacts): Omit<ApprovalFacts, 'reasons'> => ({
	debtorId,
	companyId,
	currency,
	term,
	total,
	isConfirmed: state === 'confirmed',
});

interface Standing {
	readonly earlier: EarlierDecision;
	/** Why it does not hold any more; null when it does. */
	readonly ended: Difference | null;
}

/** The earlier approval of an order, as long as nothing overrules it. */
export const approvalOf = (
	order: OrderFacts,
	{ days, growth }: Validity,
	today: string,
): Standing | null => {
	const { state, heldByHand, releases, earlier, decidedAnew } = order;
	if (state === 'cancelled' || heldByHand || releases.length > 0) return null;
	if (days === 0 || decidedAnew || earlier?.decision !== 'approved') return null;
	if (daysBetween(earlier.on, today) > days) return null;
	return { earlier, ended: endOf(order, earlier, growth) };
};

/** Why what was decided does not hold for the order any more. */
export const endOf = (
	order: OrderFacts,
	earlier: EarlierDecision,
	growth: number,
): Difference | null =>
	earlier.mayBeCancelled ? { kind: 'state' } : changeSince(earlier.given, factsOf(order), growth);

/** The earlier approval by which an order is approved, unless a reason came that it does not cover. */
export const keptApproval = (
	order: OrderFacts,
	validity: Validity,
	today: string,
): EarlierDecision | null => {
	const standing = approvalOf(order, validity, today);
	return standing !== null && standing.ended === null ? standing.earlier : null;
};

/** How long the approval of a quotation counts as exposure of its customer, even when every check decides anew. */
const SHORTEST_CLAIM_DAYS = 1;

/** Whether an approval is recent enough to count. */
export const isInForce = (earlier: EarlierDecision, { days }: Validity, today: string): boolean =>
	earlier.decision === 'approved' &&
	daysBetween(earlier.on, today) <= Math.max(days, SHORTEST_CLAIM_DAYS);

interface DecisionNow {
	/** As it is written now, and as earlier versions wrote it. */
	readonly digests: readonly string[];
	readonly facts: Omit<ApprovalFacts, 'reasons'>;
	readonly validity: Validity;
	readonly today: string;
}

/**
 * Whether a decision is the one that is recorded already, so that nothing is written. An approval that ran out and is
 * given again is a new one.
 */
export const isRecorded = (
	earlier: EarlierDecision | null,
	{ digests, facts, validity, today }: DecisionNow,
): boolean => {
	if (earlier === null || !digests.includes(earlier.digest)) return false;
	const { debtorId, companyId, term } = earlier.given;
	if (debtorId !== facts.debtorId || companyId !== facts.companyId) return false;
	if (term !== null && (term.id !== facts.term?.id || term.days !== facts.term.days)) return false;
	return (
		earlier.decision !== 'approved' || validity.days === 0 || isInForce(earlier, validity, today)
	);
};

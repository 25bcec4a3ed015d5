import { add, compare, divide, exact, multiply } from '../../core/exact';

/** What a rule of the policy answers where it applies. */
export type Answer = 'approve' | 'ask' | 'hold';

/** As the policy stood when the reason was accepted. */
export interface AcceptedReason {
	readonly answer: Answer;
	/** The rule applies above it. */
	readonly threshold: number;
}

export interface PaymentTerm {
	/** Zero without one. */
	readonly id: number;
	/** Until the last part is due; null when Odoo does not say. */
	readonly days: number | null;
}

/** The facts an approval is given for; null is a fact that was not recorded with it. */
export interface ApprovalFacts {
	readonly debtorId: number;
	readonly companyId: number;
	/** ISO 4217 */
	readonly currency: string | null;
	readonly term: PaymentTerm | null;
	/** With tax, in `currency`. */
	readonly total: number;
	readonly isConfirmed: boolean | null;
	/** By the rule's code. */
	readonly reasons: ReadonlyMap<string, AcceptedReason> | null;
}

export type Difference =
	| { readonly kind: 'company' | 'currency' | 'debtor' | 'state' | 'terms' | 'total' }
	| { readonly kind: 'policy' | 'reason'; readonly code: string };

const HUNDRED = exact(100);

const SEVERITY = { approve: 0, ask: 1, hold: 2 } as const satisfies Record<Answer, number>;

/** @param growth percent */
const grewTooMuch = (before: number, now: number, growth: number): boolean =>
	compare(exact(now), multiply(exact(before), divide(add(HUNDRED, exact(growth)), HUNDRED))) > 0;

export const isLonger = (given: PaymentTerm, now: PaymentTerm): boolean =>
	given.days === null || now.days === null ? now.id !== given.id : now.days > given.days;

/**
 * Why an approval does not hold for the order as it is, the reasons left aside.
 * @param growth percent by which the total may have grown
 */
export const changeSince = (
	given: ApprovalFacts,
	now: Omit<ApprovalFacts, 'reasons'>,
	growth: number,
): Difference | null => {
	if (given.companyId !== now.companyId) return { kind: 'company' };
	if (given.debtorId !== now.debtorId) return { kind: 'debtor' };
	if (given.currency !== null && given.currency !== now.currency) return { kind: 'currency' };
	if (given.term !== null && now.term !== null && isLonger(given.term, now.term))
		return { kind: 'terms' };
	// Nothing but a cancellation makes a quotation of an order again.
	if (given.isConfirmed === true && now.isConfirmed === false) return { kind: 'state' };
	return grewTooMuch(given.total, now.total, growth) ? { kind: 'total' } : null;
};

/** A reason that stops the order and that the approval does not cover, or covers under a milder policy only. */
export const uncovered = (
	given: ApprovalFacts,
	now: ReadonlyMap<string, AcceptedReason>,
): Difference | null => {
	if (given.reasons === null) return null;
	for (const [code, { answer, threshold }] of now) {
		if (answer === 'approve') continue;
		const accepted = given.reasons.get(code);
		if (!accepted) return { kind: 'reason', code };
		const isStricter =
			SEVERITY[answer] > SEVERITY[accepted.answer] || threshold < accepted.threshold;
		if (isStricter) return { kind: 'policy', code };
	}
	return null;
};

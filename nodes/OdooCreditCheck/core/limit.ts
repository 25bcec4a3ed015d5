import { add, divide, exact, isPositive, multiply, sum, type Exact } from '../../shared/core/exact';
import { amountOf, type CreditLimit } from '../../shared/ledger/core/creditLimit';
import type { Account } from './account';

/** Null is "not managed"; zero is "no credit". */
export type LimitSource =
	| { readonly kind: 'odoo' }
	| { readonly kind: 'fixed'; readonly amount: number }
	| { readonly kind: 'none' };

export interface TemporaryLimit {
	/** Added to the limit on the days from `from` to `to`, both included (`YYYY-MM-DD`; null is open). */
	readonly amount: number;
	readonly from: string | null;
	readonly to: string | null;
}

/** The part of a policy that says how much is allowed. */
export interface LimitPolicy {
	readonly limit: LimitSource;
	readonly temporary: readonly TemporaryLimit[];
	/** Percent of the limit that may be exceeded without a reaction. */
	readonly tolerance: number;
}

export type Limit =
	| { readonly kind: 'notManaged' }
	| { readonly kind: 'noCredit' }
	/** `ceiling` is the amount with its tolerance. */
	| { readonly kind: 'amount'; readonly amount: Exact; readonly ceiling: Exact };

/** What a zero of the customer's own means: some companies exempt a customer from their default limit by it. */
export type OwnZero = 'noCredit' | 'notLimited';

export interface ZeroMeanings {
	/** Of a customer without a limit, for whom Odoo stores a zero. */
	readonly zeroIsNoCredit: boolean;
	readonly ownZero: OwnZero;
}

/** Zero is "no credit", null is "not managed". */
export const limitInOdoo = (
	limit: CreditLimit,
	{ zeroIsNoCredit, ownZero }: ZeroMeanings,
): number | null => {
	if (limit.kind === 'own' && limit.amount === 0) return ownZero === 'noCredit' ? 0 : null;
	return amountOf(limit) ?? (zeroIsNoCredit ? 0 : null);
};

const isInForce = ({ from, to }: TemporaryLimit, today: string): boolean =>
	(from === null || from <= today) && (to === null || today <= to);

const HUNDRED = exact(100);

const ownLimit = (account: Account, policy: LimitPolicy): number | null => {
	if (policy.limit.kind === 'none') return null;
	return policy.limit.kind === 'fixed' ? policy.limit.amount : account.odooLimit;
};

/** Zero means no credit and blank means not managed; a temporary limit in force is added to either of the others. */
export const limitOf = (account: Account, policy: LimitPolicy, today: string): Limit => {
	const own = ownLimit(account, policy);
	if (own === null) return { kind: 'notManaged' };
	const temporary = policy.temporary
		.filter((limit) => isInForce(limit, today))
		.map(({ amount }) => exact(amount));
	return ofAmount(add(exact(own), sum(temporary)), policy.tolerance);
};

export const ofAmount = (amount: Exact, tolerance: number): Limit => {
	if (!isPositive(amount)) return { kind: 'noCredit' };
	return {
		kind: 'amount',
		amount,
		ceiling: multiply(amount, divide(add(HUNDRED, exact(tolerance)), HUNDRED)),
	};
};

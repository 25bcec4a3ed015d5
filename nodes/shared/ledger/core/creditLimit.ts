/**
 * Which limit a debtor has in one company, in the company's currency. A zero of the customer's own is kept as it is:
 * whether it means "no credit" or "exempt" is for the policy of each node.
 */
export type CreditLimit =
	| { readonly kind: 'own'; readonly amount: number }
	| { readonly kind: 'companyDefault'; readonly amount: number }
	| { readonly kind: 'none' };

/** What Odoo says of a debtor's limit, in one company. */
interface LimitFacts {
	/** The company's default where the customer has no limit of its own; zero where neither is set. */
	readonly amount: number;
	/** Null before Odoo 16, which knows no default. */
	readonly differsFromDefault: boolean | null;
}

/** Odoo keeps no mark of "has its own limit": one that equals the company's default is the default. */
export const decideCreditLimit = ({ amount, differsFromDefault }: LimitFacts): CreditLimit => {
	if (differsFromDefault ?? amount !== 0) return { kind: 'own', amount };
	return amount === 0 ? { kind: 'none' } : { kind: 'companyDefault', amount };
};

/** Null where nobody has set a limit. */
export const amountOf = (limit: CreditLimit): number | null =>
	limit.kind === 'none' ? null : limit.amount;

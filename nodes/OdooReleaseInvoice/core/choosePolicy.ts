import type { InvoicingOrder } from './facts';
import { namesAmong } from './names';
import type { InvoicePolicy } from './policy';

/** Whom an override is for. */
export type PolicyScope =
	/** Any contact of the customer, until `forDebtors` has found its debtor. */
	| { readonly kind: 'customer'; readonly customerId: number }
	| { readonly kind: 'customerTag'; readonly tag: string }
	| { readonly kind: 'orderTag'; readonly tag: string };

export interface PolicyOverride {
	readonly scope: PolicyScope;
	readonly changes: Partial<InvoicePolicy>;
}

export interface PolicyBook {
	readonly standard: InvoicePolicy;
	/** The first one that fits applies. */
	readonly overrides: readonly PolicyOverride[];
}

export const customersNamed = ({ overrides }: PolicyBook): number[] =>
	overrides.flatMap(({ scope }) => (scope.kind === 'customer' ? [scope.customerId] : []));

/** Whoever of a customer is named, its debtor is meant, with all its addresses. @param accountOf of those who are named */
export const forDebtors = (
	{ standard, overrides }: PolicyBook,
	accountOf: ReadonlyMap<number, number>,
): PolicyBook => ({
	standard,
	overrides: overrides.map(({ scope, changes }) => ({
		scope:
			scope.kind === 'customer'
				? { ...scope, customerId: accountOf.get(scope.customerId) ?? scope.customerId }
				: scope,
		changes,
	})),
});

const fits = (scope: PolicyScope, { customer, tags }: InvoicingOrder): boolean => {
	if (scope.kind === 'customer') return scope.customerId === customer.account.id;
	return namesAmong(scope.kind === 'orderTag' ? tags : customer.tags, [scope.tag]).length > 0;
};

export const choosePolicy = (
	{ standard, overrides }: PolicyBook,
	order: InvoicingOrder,
): InvoicePolicy => ({
	...standard,
	...overrides.find(({ scope }) => fits(scope, order))?.changes,
});

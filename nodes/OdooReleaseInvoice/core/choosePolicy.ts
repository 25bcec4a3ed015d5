import type { InvoicingOrder } from './facts';
import { namesAmong } from './names';
import type { InvoicePolicy } from './policy';

/** Whom an override is for. */
export type PolicyScope =
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

/** A customer is meant with all its addresses. */
const fits = (scope: PolicyScope, { customer, tags }: InvoicingOrder): boolean => {
	if (scope.kind === 'customer')
		return scope.customerId === customer.id || scope.customerId === customer.account.id;
	return namesAmong(scope.kind === 'orderTag' ? tags : customer.tags, [scope.tag]).length > 0;
};

export const choosePolicy = (
	{ standard, overrides }: PolicyBook,
	order: InvoicingOrder,
): InvoicePolicy => ({
	...standard,
	...overrides.find(({ scope }) => fits(scope, order))?.changes,
});

import type { Account } from './account';
import type { OrderFacts } from './order';
import { withChange, type Policy, type PolicyChange } from './policy';

/** What an override depends on, and the values that match: ids as text, or classes as they are stored. */
export type SegmentBy =
	| 'country'
	| 'customer'
	| 'customerTag'
	| 'pricelist'
	| 'riskClass'
	| 'salesTeam';

export interface Segment {
	readonly name: string;
	readonly by: SegmentBy;
	readonly values: readonly string[];
	readonly change: PolicyChange;
}

const VALUES_OF = {
	country: ({ countryId }) => [countryId],
	customer: ({ account }) => [account.id],
	customerTag: ({ customerTagIds }) => customerTagIds,
	pricelist: (_account, { pricelistId }) => [pricelistId],
	riskClass: ({ riskClass }) => [riskClass],
	salesTeam: (_account, { teamId }) => [teamId],
} as const satisfies Record<
	SegmentBy,
	(account: Account, order: OrderFacts) => readonly (number | string | null)[]
>;

export const segmentsOf = (
	segments: readonly Segment[],
	account: Account,
	order: OrderFacts,
): Segment[] =>
	segments.filter(({ by, values }) =>
		VALUES_OF[by](account, order).some((value) => value !== null && values.includes(String(value))),
	);

/** The policy for one order: overrides in the order they are listed, a later one over an earlier one. */
export const policyFor = (policy: Policy, segments: readonly Segment[]): Policy =>
	segments.reduce((changed, { change }) => withChange(changed, change), policy);

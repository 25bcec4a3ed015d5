export interface RankFacts {
	readonly isRush: boolean;
	/** Place of the customer's override in their list, from 0; Infinity for none. */
	readonly override: number;
	readonly isUrgent: boolean;
	/** Milliseconds since 1970, UTC; null when there is no such date. */
	readonly requestedAt: number | null;
	readonly orderedAt: number | null;
	/** Money of the open quantity, in the company's currency. */
	readonly value: number;
	/** Value less cost. */
	readonly margin: number;
}

interface CriterionShape {
	readonly code: string;
	readonly label: string;
	readonly description: string;
	/** The smaller first. */
	readonly keyOf: (facts: RankFacts) => number;
}

const dateKey = (time: number | null): number => time ?? Infinity;

/** What a queue can be sorted by, one after the other. */
export const CRITERIA = {
	margin: {
		code: 'margin',
		label: 'Margin',
		description: 'The greater margin of what is open first',
		keyOf: ({ margin }) => -margin,
	},
	orderDate: {
		code: 'orderDate',
		label: 'Order Date',
		description: 'The older order first',
		keyOf: ({ orderedAt }) => dateKey(orderedAt),
	},
	orderPriority: {
		code: 'orderPriority',
		label: 'Order Priority',
		description: 'Transfers with a star first',
		keyOf: ({ isUrgent }) => (isUrgent ? 0 : 1),
	},
	customerTag: {
		code: 'customerTag',
		label: 'Override',
		description: 'Customers in the order of the Overrides in the options, all others last',
		keyOf: ({ override }) => override,
	},
	requestedDate: {
		code: 'requestedDate',
		label: 'Requested Date',
		description: 'The order that is due earlier first',
		keyOf: ({ requestedAt }) => dateKey(requestedAt),
	},
	value: {
		code: 'value',
		label: 'Value',
		description: 'The greater value of what is open first',
		keyOf: ({ value }) => -value,
	},
} as const satisfies { readonly [code: string]: CriterionShape };

export type Criterion = keyof typeof CRITERIA;

export const BY_DATE = ['orderPriority', 'requestedDate'] as const satisfies readonly Criterion[];

/** Rush orders first, then the criteria, then the dates, so that a tie never falls to chance. */
export const rankOf = (facts: RankFacts, criteria: readonly Criterion[]): number[] => [
	facts.isRush ? 0 : 1,
	...criteria.map((criterion) => CRITERIA[criterion].keyOf(facts)),
	dateKey(facts.requestedAt),
	dateKey(facts.orderedAt),
];

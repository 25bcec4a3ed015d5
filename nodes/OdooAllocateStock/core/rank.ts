/** What a queue can be sorted by, one after the other. */
export type Criterion =
	| 'customerTag'
	| 'margin'
	| 'orderDate'
	| 'orderPriority'
	| 'requestedDate'
	| 'value';

export interface RankFacts {
	readonly isRush: boolean;
	/** Place of the customer's class in the list of classes, from 0; Infinity for none. */
	readonly customerClass: number;
	readonly isUrgent: boolean;
	/** Milliseconds since 1970, UTC; null when there is no such date. */
	readonly requestedAt: number | null;
	readonly orderedAt: number | null;
	/** Money of the open quantity, in the company's currency. */
	readonly value: number;
	/** Value less cost. */
	readonly margin: number;
}

const dateKey = (time: number | null): number => time ?? Infinity;

const KEY = {
	customerTag: ({ customerClass }) => customerClass,
	margin: ({ margin }) => -margin,
	orderDate: ({ orderedAt }) => dateKey(orderedAt),
	orderPriority: ({ isUrgent }) => (isUrgent ? 0 : 1),
	requestedDate: ({ requestedAt }) => dateKey(requestedAt),
	value: ({ value }) => -value,
} as const satisfies Record<Criterion, (facts: RankFacts) => number>;

/** Rush orders first, then the criteria, then the dates, so that a tie never falls to chance. */
export const rankOf = (facts: RankFacts, criteria: readonly Criterion[]): number[] => [
	facts.isRush ? 0 : 1,
	...criteria.map((criterion) => KEY[criterion](facts)),
	dateKey(facts.requestedAt),
	dateKey(facts.orderedAt),
];

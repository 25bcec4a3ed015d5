import {
	add,
	compare,
	exact,
	isNegative,
	isPositive,
	largest,
	negate,
	smallest,
	subtract,
	sum,
	ZERO,
	type Exact,
} from '../../shared/core/exact';
import { daysBetween } from '../../shared/core/time';
import type { OpenItem } from './account';

/** Upper end of each bucket in days overdue; an item due today is not overdue. */
const BUCKETS = [
	{ name: 'current', upTo: 0 },
	{ name: 'days1to30', upTo: 30 },
	{ name: 'days31to60', upTo: 60 },
	{ name: 'days61to90', upTo: 90 },
	{ name: 'over90', upTo: Number.POSITIVE_INFINITY },
] as const;

export type Bucket = (typeof BUCKETS)[number]['name'];

export const BUCKET_NAMES: readonly Bucket[] = BUCKETS.map(({ name }) => name);

/** Posted receivables. Credits and payments not matched yet are set against the oldest debts first. */
export interface Ageing {
	readonly buckets: { readonly [name in Bucket]: Exact };
	/** Credits beyond all debts; never positive. */
	readonly unapplied: Exact;
	/** Buckets and unapplied credits together. */
	readonly total: Exact;
	readonly overdue: Exact;
	/** Zero when nothing is overdue. */
	readonly oldestOverdueDays: number;
	/** The oldest first. */
	readonly overdueDebts: readonly { readonly days: number; readonly open: Exact }[];
}

/**
 * What is overdue as rules see it: nothing below the minimum, and only as old as the debts that make up the minimum, so
 * that a few cents of last year do not stand for an invoice of last week.
 */
export const overdueFrom = (
	{ overdue, overdueDebts }: Ageing,
	minimum: number,
): { readonly amount: Exact; readonly days: number } => {
	const least = exact(minimum);
	let reached = ZERO;
	for (const { days, open } of overdueDebts) {
		reached = add(reached, open);
		if (compare(reached, least) >= 0) return { amount: overdue, days };
	}
	return { amount: ZERO, days: 0 };
};

const daysOverdue = (item: OpenItem, today: string): number =>
	item.dueOn === null ? 0 : Math.max(0, daysBetween(item.dueOn, today));

const bucketFor = (days: number): Bucket =>
	BUCKETS.find(({ upTo }) => days <= upTo)?.name ?? 'over90';

export const ageingOf = (items: readonly OpenItem[], today: string): Ageing => {
	const posted = items
		.filter(({ state }) => state === 'posted')
		.map((item) => ({ amount: exact(item.amount), days: daysOverdue(item, today) }));
	const debts = posted.filter(({ amount }) => isPositive(amount)).sort((a, b) => b.days - a.days);
	const buckets: { [name in Bucket]: Exact } = {
		current: ZERO,
		days1to30: ZERO,
		days31to60: ZERO,
		days61to90: ZERO,
		over90: ZERO,
	};
	let credit = posted
		.filter(({ amount }) => isNegative(amount))
		.reduce((total, { amount }) => subtract(total, amount), ZERO);
	const overdueDebts: { days: number; open: Exact }[] = [];
	for (const { amount, days } of debts) {
		const covered = smallest(credit, amount);
		const open = largest(ZERO, subtract(amount, covered));
		credit = subtract(credit, covered);
		const bucket = bucketFor(days);
		buckets[bucket] = add(buckets[bucket], open);
		if (days === 0 || !isPositive(open)) continue;
		overdueDebts.push({ days, open });
	}
	const unapplied = negate(credit);
	return {
		buckets,
		unapplied,
		total: add(Object.values(buckets).reduce(add, ZERO), unapplied),
		overdue: sum(overdueDebts.map(({ open }) => open)),
		oldestOverdueDays: overdueDebts[0]?.days ?? 0,
		overdueDebts,
	};
};

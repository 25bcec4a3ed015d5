import type { DemandOrder } from './demand';
import { strategyOf } from './strategies';

const compareRanks = (a: readonly number[], b: readonly number[]): number => {
	for (let key = 0; key < Math.max(a.length, b.length); key++) {
		const [mine = 0, theirs = 0] = [a[key], b[key]];
		if (mine !== theirs) return mine < theirs ? -1 : 1;
	}
	return 0;
};

/** By strategy, then rank, then id: the same orders always stand in the same queue. */
export const compareOrders = (a: DemandOrder, b: DemandOrder): number =>
	strategyOf(a).turn - strategyOf(b).turn || compareRanks(a.rank, b.rank) || a.id - b.id;

export const inQueue = (orders: readonly DemandOrder[]): DemandOrder[] =>
	[...orders].sort(compareOrders);

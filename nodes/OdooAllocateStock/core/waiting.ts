import { wholeDays } from '../../shared/core/time';
import type { Shortage } from './promise';

/** Whole days from then until now; never negative. */
export const daysSince = (then: number, now: number): number => Math.max(wholeDays(then, now), 0);

/**
 * The place of each short line among those that wait for the same goods, from 1: who is next when some come in.
 * @param shortages the first in the queue first
 */
export const ranksOf = (shortages: readonly Shortage[]): ReadonlyMap<number, number> => {
	const waiting = new Map<string, number>();
	return new Map(
		shortages.map(({ line, product, place }) => {
			const rank = (waiting.get(`${product} ${place}`) ?? 0) + 1;
			waiting.set(`${product} ${place}`, rank);
			return [line, rank] as const;
		}),
	);
};

import { groupBy } from '../../shared/core/collections';
import { poolOf, type FreeStock, type Target } from './targets';

const inOdooOrder = (a: Target, b: Target): number => (a.move.turn < b.move.turn ? -1 : 1);

/** Whether every line that still wants something gets it, when Odoo serves these lines of one pool in its own order. */
const servesAll = (
	lines: readonly Target[],
	free: number,
	held: ReadonlyMap<number, number>,
): boolean => {
	let left = free;
	return [...lines].sort(inOdooOrder).every(({ move, allocated }) => {
		const has = held.get(move.id) ?? 0;
		const taken = move.isUnlimited
			? move.asked - has
			: Math.min(Math.max(move.asked - has, 0), left);
		left -= move.isUnlimited ? 0 : taken;
		return has + taken >= allocated || has >= allocated;
	});
};

/**
 * The transfers to reserve together next: as many as Odoo can reserve in one call without one line's taking what the
 * plan gives to another. Odoo serves a transfer's lines as far as there is stock, also those that have their share
 * already, so a line that goes without would only be served after those have given back.
 * @param targets all of the run, the first in the queue first
 */
export const nextGroup = (
	targets: readonly Target[],
	held: ReadonlyMap<number, number>,
	free: FreeStock,
): number[] => {
	const wants = ({ move, allocated }: Target) => (held.get(move.id) ?? 0) < allocated;
	const byPicking = groupBy(targets, ({ move }) => move.pickingId);
	const wanting = [...byPicking].filter(([, own]) => own.some(wants));
	const pools = new Map<string, Target[]>();
	const group: number[] = [];
	for (const [pickingId, own] of wanting) {
		const tried = new Map(
			[...groupBy(own, poolOf)].map(([pool, more]) => [
				pool,
				[...(pools.get(pool) ?? []), ...more],
			]),
		);
		const fits = [...tried.values()].every((lines) =>
			servesAll(lines, lines[0] ? free(lines[0]) : 0, held),
		);
		if (!fits) continue;
		tried.forEach((lines, pool) => pools.set(pool, lines));
		group.push(pickingId);
	}
	// Nothing fits when others took stock meanwhile: then the first in the queue takes what it can.
	return group.length > 0 ? group : wanting.slice(0, 1).map(([pickingId]) => pickingId);
};

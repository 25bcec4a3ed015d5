import type { Target } from './applyPlan';

const poolOf = ({ move }: Target): string => `${move.locationId} ${move.product.id}`;

/**
 * The transfers to reserve together next. Reserving a transfer reserves all its lines as far as there is stock, also
 * those that have what the plan gives them; so no two transfers go together where a line of one would take what is
 * meant for a line of the other.
 * @param targets all of the run, the first in the queue first
 */
export const nextGroup = (
	targets: readonly Target[],
	held: ReadonlyMap<number, number>,
): number[] => {
	const byPicking = new Map<number, Target[]>();
	for (const target of targets)
		byPicking.set(target.move.pickingId, [...(byPicking.get(target.move.pickingId) ?? []), target]);
	const [wanted, grabbed] = [new Set<string>(), new Set<string>()];
	const group: number[] = [];
	for (const [pickingId, own] of byPicking) {
		const wants = own.filter((target) => holds(target, held) < target.allocated).map(poolOf);
		const grabs = own
			.filter(
				(target) => holds(target, held) >= target.allocated && target.allocated < target.move.asked,
			)
			.map(poolOf);
		if (
			wants.length === 0 ||
			wants.some((pool) => grabbed.has(pool)) ||
			grabs.some((pool) => wanted.has(pool))
		)
			continue;
		wants.forEach((pool) => wanted.add(pool));
		grabs.forEach((pool) => grabbed.add(pool));
		group.push(pickingId);
	}
	return group;
};

const holds = ({ move }: Target, held: ReadonlyMap<number, number>): number =>
	held.get(move.id) ?? 0;

import { shifted } from '../../shared/core/time';
import type { DueQuery } from '../../shared/traces/core/claims';
import type { Checkpoint } from './checkpoint';

/**
 * Claims that should have been answered by now, in Odoo's own time; null before the first sweep has read anything.
 * @param overlapSeconds how long a transaction in Odoo may stay open
 * @param patienceSeconds time for an answer
 */
export const dueAfter = (
	{ since, positions, answeredUpTo }: Checkpoint,
	overlapSeconds: number,
	patienceSeconds: number,
): DueQuery | null => {
	const met = Object.values(positions)
		.map((position) => position.met)
		.sort()
		.at(-1);
	if (met === undefined) return null;
	return {
		afterId: answeredUpTo,
		after: shifted(since, -overlapSeconds),
		before: shifted(met, -patienceSeconds),
	};
};

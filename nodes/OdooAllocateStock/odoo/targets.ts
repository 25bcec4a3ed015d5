import { indexBy } from '../../shared/core/collections';
import type { Plan } from '../core/plan';
import type { Problem } from '../core/problem';
import type { OpenMove, OpenOrder } from './facts';

/** What the plan gives to one move, in grains. */
export interface Target {
	readonly move: OpenMove;
	readonly allocated: number;
	/** Served in this step, or whole as asked. */
	readonly step: number;
}

/** What is free in each pool now, in grains; a pool is a product at a location. */
export type FreeStock = (target: Target) => number;

export const poolOf = ({ move }: Pick<Target, 'move'>): string =>
	`${move.locationId} ${move.product.id}`;

/** The plan as targets for Odoo's moves: only what is taken where the move takes from. The first in the queue first. */
export const toTargets = (
	orders: readonly OpenOrder[],
	{ orders: demand, pools }: Problem,
	plan: Plan,
): Target[] => {
	const moveById = indexBy(
		orders.flatMap(({ moves }) => moves),
		({ id }) => id,
	);
	const lineById = indexBy(
		demand.flatMap(({ lines }) => lines),
		({ id }) => id,
	);
	const queue = [...plan.orders].sort((a, b) => a.place - b.place);
	return queue.flatMap(({ lines }) =>
		lines.flatMap(({ line, takes }): Target[] => {
			const move = moveById.get(line);
			if (!move) return [];
			const here = takes.filter(({ pool }) => pools[pool]?.place === move.locationId);
			const allocated = here.reduce((total, { quantity }) => total + quantity, 0);
			return [{ move, allocated, step: lineById.get(line)?.step ?? 1 }];
		}),
	);
};

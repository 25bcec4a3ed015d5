import type { Plan } from '../core/plan';
import type { Problem } from '../core/problem';
import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { applyPlan, type Applied } from './applyPlan';
import type { OpenOrder } from './facts';
import type { Scene } from './gather';
import type { Target } from './ledger';
import { afterRelocation, relocate, relocationsOf } from './relocate';

/** What became of a plan. */
export interface Carried extends Applied {
	/** As they are after transfers have moved to another warehouse. */
	readonly orders: readonly OpenOrder[];
	/** The first in the queue first. */
	readonly targets: readonly Target[];
}

/** The plan as targets for Odoo's moves: only what is taken where the move takes from. */
const toTargets = (
	orders: readonly OpenOrder[],
	{ orders: demand, pools }: Problem,
	plan: Plan,
): Target[] => {
	const moves = new Map(
		orders.flatMap((order) => order.moves.map((move) => [move.id, move] as const)),
	);
	const lots = new Map(
		demand.flatMap(({ lines }) => lines.map(({ id, lot }) => [id, lot] as const)),
	);
	const queue = [...plan.orders].sort((a, b) => a.place - b.place);
	return queue.flatMap(({ lines }) =>
		lines.flatMap(({ line, takes }): Target[] => {
			const move = moves.get(line);
			if (!move) return [];
			const here = takes.filter(({ pool }) => pools[pool]?.place === move.locationId);
			const allocated = here.reduce((total, { quantity }) => total + quantity, 0);
			return [{ move, allocated, lot: lots.get(line) ?? 1 }];
		}),
	);
};

const heldNow = (orders: readonly OpenOrder[]): ReadonlyMap<number, number> =>
	new Map(orders.flatMap(({ moves }) => moves.map(({ id, held }) => [id, held] as const)));

const asPlanned = (targets: readonly Target[]): Applied => ({
	held: new Map(targets.map(({ move, allocated }) => [move.id, allocated])),
	failed: new Map(),
});

/** Makes Odoo hold the plan; a dry run only says what it would hold. */
export const carryOut = async (
	client: OdooClient,
	scene: Scene,
	problem: Problem,
	plan: Plan,
	dryRun: boolean,
): Promise<Carried> => {
	const all = [...scene.orders, ...scene.competitors];
	const relocations = relocationsOf(all, plan, problem.pools, scene.warehouses);
	const refused = dryRun ? new Map<number, OdooError>() : await relocate(client, relocations);
	const moved = relocations.filter(({ pickingId }) => !refused.has(pickingId));
	const orders = afterRelocation(all, moved);
	const targets = toTargets(orders, problem, plan);
	const applied = dryRun ? asPlanned(targets) : await applyPlan(client, targets, scene.stock);
	const failed = new Map(applied.failed);
	for (const { id, pickingId } of orders.flatMap(({ moves }) => moves)) {
		const error = refused.get(pickingId);
		if (error) failed.set(id, error);
	}
	return { orders, targets, failed, held: new Map([...heldNow(orders), ...applied.held]) };
};

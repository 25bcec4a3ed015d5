import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { Plan } from '../core/plan';
import type { Problem } from '../core/problem';
import type { OpenOrder } from './facts';
import type { Scene } from './readScene';
import { afterRelocation, relocationsOf } from './relocations';
import { toTargets, type Target } from './targets';
import { writeRelocations } from './writeRelocations';
import { writeTargets, type Applied } from './writeTargets';

/** What became of a plan. */
export interface Carried extends Applied {
	/** As they are after transfers have moved to another warehouse. */
	readonly orders: readonly OpenOrder[];
	/** The first in the queue first. */
	readonly targets: readonly Target[];
}

const asPlanned = (targets: readonly Target[]): Applied => ({
	held: new Map(targets.map(({ move, allocated }) => [move.id, allocated])),
	failed: new Map(),
});

interface Work {
	readonly client: OdooClient;
	readonly scene: Scene;
	readonly problem: Problem;
	readonly plan: Plan;
	readonly dryRun: boolean;
}

/** Makes Odoo hold the plan; a dry run only says what it would hold. */
export const writePlan = async ({
	client,
	scene,
	problem,
	plan,
	dryRun,
}: Work): Promise<Carried> => {
	const all = [...scene.orders, ...scene.competitors];
	const { warehouses } = scene;
	const relocations = relocationsOf({ orders: all, plan, pools: problem.pools, warehouses });
	const stuck = dryRun ? new Map<number, OdooError>() : await writeRelocations(client, relocations);
	const orders = afterRelocation(
		all,
		relocations.filter(({ pickingId }) => !stuck.has(pickingId)),
	);
	const targets = toTargets(orders, problem, plan);
	const applied = dryRun ? asPlanned(targets) : await writeTargets(client, targets, scene.stock);
	const moves = orders.flatMap((order) => order.moves);
	const refused = moves.flatMap(({ id, pickingId }) => {
		const error = stuck.get(pickingId);
		return error ? [[id, error] as const] : [];
	});
	return {
		orders,
		targets,
		held: new Map([...moves.map(({ id, held }) => [id, held] as const), ...applied.held]),
		failed: new Map([...applied.failed, ...refused]),
	};
};

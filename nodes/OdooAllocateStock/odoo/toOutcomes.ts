import { indexBy } from '../../shared/core/collections';
import type { OdooError } from '../../shared/odoo/errors';
import type { Plan } from '../core/plan';
import type { Problem } from '../core/problem';
import type { OpenOrder } from './facts';
import type { Findings } from './findings';
import type { AllocationOutcome, Outcomes } from './outcome';
import type { Outlook } from './readOutlook';
import type { Scene } from './readScene';
import { toAllocation } from './toAllocation';
import type { FollowUp } from './writeFollowUp';
import type { Carried } from './writePlan';

interface Decided {
	readonly scene: Scene;
	readonly problem: Problem;
	readonly plan: Plan;
	readonly carried: Carried;
	readonly outlook: Outlook;
	readonly followedUp: FollowUp;
	/** When the stock was read. */
	readonly at: Date;
	readonly dryRun: boolean;
}

const findingsOf = (decided: Decided): Findings => ({
	held: decided.carried.held,
	plans: indexBy(decided.plan.orders, ({ order }) => order),
	pools: decided.problem.pools,
	stock: decided.scene.stock,
	outlook: decided.outlook,
	warnings: decided.followedUp.warnings,
	run: {
		at: decided.at.toISOString(),
		policy: decided.problem.rules.policy,
		dryRun: decided.dryRun,
		orders: decided.problem.orders.length,
	},
	now: decided.at.getTime(),
});

/** An outcome for each order of the run, and for each competitor that gained or lost. */
export const toOutcomes = (decided: Decided): Outcomes => {
	const { scene, carried, followedUp } = decided;
	const { held, failed } = carried;
	const findings = findingsOf(decided);
	const errorOf = ({ moves }: OpenOrder): OdooError | undefined =>
		moves.flatMap(
			({ id, pickingId }) => failed.get(id) ?? followedUp.refused.get(pickingId) ?? [],
		)[0];
	const toOutcome = (order: OpenOrder): AllocationOutcome => {
		const error = errorOf(order);
		return error
			? { kind: 'failed', error }
			: { kind: 'decided', allocation: toAllocation(order, findings) };
	};
	const own = new Set(scene.orders.map(({ id }) => id));
	const isChanged = ({ moves }: OpenOrder) => moves.some((move) => held.get(move.id) !== move.held);
	const told = carried.orders.filter((order) => own.has(order.id) || isChanged(order));
	return new Map(told.map((order) => [order.id, toOutcome(order)]));
};

import { allocate } from '../../core/allocation/allocate';
import type { Plan, Problem } from '../../core/allocation/problem';
import type { OdooError } from '../errors';
import type { OdooClient } from '../OdooClient';
import { applyPlan, type Applied } from './applyPlan';
import type { OpenOrder } from './facts';
import { gather, type Scene } from './gather';
import type { Ledger, Target } from './ledger';
import { noteAllocations } from './note';
import { afterRelocation, relocate, relocationsOf } from './relocate';
import type { Allocation } from './result';
import type { AllocationSettings } from './settings';
import { readOutlook } from './shortages';
import { toAllocation } from './toAllocation';
import { toProblem } from './toProblem';
import { readReservationWarnings } from './transferSettings';
import { partialTransfers, splitTransfers, updatesOf, updateTransfers } from './transfers';

export type AllocationOutcome =
	| { readonly kind: 'decided'; readonly allocation: Allocation }
	| { readonly kind: 'failed'; readonly error: OdooError };

/** The plan as targets for Odoo's moves, in the order of the queue: only what is taken where the move takes from. */
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
			return [
				{
					move,
					allocated: here.reduce((total, { quantity }) => total + quantity, 0),
					lot: lots.get(line) ?? 1,
				},
			];
		}),
	);
};

const heldNow = (orders: readonly OpenOrder[]): ReadonlyMap<number, number> =>
	new Map(orders.flatMap(({ moves }) => moves.map(({ id, held }) => [id, held] as const)));

const asPlanned = (targets: readonly Target[]): Applied => ({
	held: new Map(targets.map(({ move, allocated }) => [move.id, allocated])),
	failed: new Map(),
});

interface Carried extends Applied {
	/** As they are after transfers have moved to another warehouse. */
	readonly orders: readonly OpenOrder[];
	readonly targets: readonly Target[];
}

/** Makes Odoo hold the plan; a dry run only says what it would hold. */
const carryOut = async (
	client: OdooClient,
	scene: Scene,
	problem: Problem,
	plan: Plan,
	dryRun: boolean,
): Promise<Carried> => {
	const all = [...scene.orders, ...scene.competitors];
	const relocations = relocationsOf(all, plan, problem.pools, scene.warehouses);
	const refused = dryRun ? new Map<number, OdooError>() : await relocate(client, relocations);
	const orders = afterRelocation(
		all,
		relocations.filter(({ pickingId }) => !refused.has(pickingId)),
	);
	const targets = toTargets(orders, problem, plan);
	const applied = dryRun ? asPlanned(targets) : await applyPlan(client, targets, scene.stock);
	const failed = new Map(applied.failed);
	for (const { id, pickingId } of orders.flatMap(({ moves }) => moves)) {
		const error = refused.get(pickingId);
		if (error) failed.set(id, error);
	}
	return { orders, targets, failed, held: new Map([...heldNow(orders), ...applied.held]) };
};

/** What is written on the transfers beside the reservation. @returns what Odoo refused, by transfer */
const followUp = async (
	client: OdooClient,
	{ orders, held }: Carried,
	expected: ReadonlyMap<number, string>,
	settings: AllocationSettings,
): Promise<ReadonlyMap<number, OdooError>> => {
	if (settings.dryRun) return new Map();
	const split =
		settings.remainder === 'split'
			? await splitTransfers(client, partialTransfers(orders, held))
			: [];
	if (!settings.updatesTransfers) return new Map(split);
	const updated = await updateTransfers(client, updatesOf(orders, expected, settings.rushTagIds));
	return new Map([...split, ...updated]);
};

/** Decides over all these orders at once, makes Odoo hold the decision, and writes it on each order. */
export const allocateOrders = async (
	client: OdooClient,
	orderIds: readonly number[],
	settings: AllocationSettings,
): Promise<ReadonlyMap<number, AllocationOutcome>> => {
	const scene = await gather(client, orderIds, settings);
	const now = client.host.now();
	const otherPlaces = scene.warehouses.map(({ stockId }) => stockId);
	const problem = toProblem(
		[...scene.orders, ...scene.competitors],
		scene.stock,
		settings,
		otherPlaces,
	);
	const plan = allocate(problem);
	const carried = await carryOut(client, scene, problem, plan, settings.dryRun);
	const { orders, held } = carried;
	const ledger: Ledger = { targets: carried.targets, held };
	const partial = new Set(partialTransfers(orders, held));
	const types = orders.flatMap(({ moves }) =>
		moves.flatMap(({ pickingId, pickingTypeId }) =>
			partial.has(pickingId) ? [pickingTypeId] : [],
		),
	);
	const outlook = await readOutlook(client, ledger, settings);
	const warnings =
		settings.remainder === 'warn'
			? await readReservationWarnings(client, types)
			: new Map<number, string>();
	const refused = await followUp(client, carried, outlook.expected, settings);
	const plans = new Map(plan.orders.map((order) => [order.order, order]));
	const run = {
		at: now.toISOString(),
		policy: settings.rules.policy,
		dryRun: settings.dryRun,
		orders: problem.orders.length,
	};
	const findings = {
		held,
		plans,
		pools: problem.pools,
		stock: scene.stock,
		outlook,
		warnings,
		run,
		now: now.getTime(),
	};
	const toOutcome = (order: OpenOrder): AllocationOutcome => {
		const error = order.moves.flatMap(
			({ id, pickingId }) => carried.failed.get(id) ?? refused.get(pickingId) ?? [],
		)[0];
		return error
			? { kind: 'failed', error }
			: { kind: 'decided', allocation: toAllocation(order, findings) };
	};
	const own = new Set(scene.orders.map(({ id }) => id));
	const isChanged = ({ moves }: OpenOrder) => moves.some((move) => held.get(move.id) !== move.held);
	const told = orders.filter((order) => own.has(order.id) || isChanged(order));
	const outcomes = new Map(told.map((order) => [order.id, toOutcome(order)]));
	return settings.dryRun ? outcomes : await noteAllocations(client, outcomes);
};

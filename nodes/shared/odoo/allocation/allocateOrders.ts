import { allocate } from '../../core/allocation/allocate';
import type { Plan, Problem } from '../../core/allocation/problem';
import type { OdooError } from '../errors';
import type { OdooClient } from '../OdooClient';
import { applyPlan, type Applied } from './applyPlan';
import type { OpenOrder } from './facts';
import type { Target } from './ledger';
import { noteAllocations } from './note';
import { readOpenOrders } from './readOpenOrders';
import { readStock } from './readStock';
import type { Allocation } from './result';
import type { AllocationSettings } from './settings';
import { toAllocation } from './toAllocation';
import { toProblem } from './toProblem';

export type AllocationOutcome =
	| { readonly kind: 'decided'; readonly allocation: Allocation }
	| { readonly kind: 'failed'; readonly error: OdooError };

const NONE_FAILED: ReadonlyMap<number, OdooError> = new Map();

/** The plan as targets for Odoo's moves, in the order of the queue. */
const toTargets = (
	orders: readonly OpenOrder[],
	{ orders: demand }: Problem,
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
		lines.flatMap(({ line, allocated }) => {
			const move = moves.get(line);
			return move ? [{ move, allocated, lot: lots.get(line) ?? 1 }] : [];
		}),
	);
};

const planned = (orders: readonly OpenOrder[], targets: readonly Target[]): Applied => {
	const held = orders.flatMap(({ moves }) => moves.map((move) => [move.id, move.held] as const));
	return {
		held: new Map([
			...held,
			...targets.map(({ move, allocated }) => [move.id, allocated] as const),
		]),
		failed: NONE_FAILED,
	};
};

/** Decides over all these orders at once, makes Odoo hold the decision, and writes it on each order. */
export const allocateOrders = async (
	client: OdooClient,
	orderIds: readonly number[],
	settings: AllocationSettings,
): Promise<ReadonlyMap<number, AllocationOutcome>> => {
	const orders = await readOpenOrders(client, orderIds);
	const moves = orders.flatMap((order) => order.moves);
	const grains = new Map(moves.map(({ product, unit }) => [product.id, unit.grain]));
	const stock = await readStock(
		client,
		moves.map(({ locationId }) => locationId),
		grains,
	);
	const problem = toProblem(orders, stock, settings);
	const plan = allocate(problem);
	const targets = toTargets(orders, problem, plan);
	const intended = planned(orders, targets);
	const applied = settings.dryRun ? intended : await applyPlan(client, targets, stock);
	const held = new Map([...intended.held, ...applied.held]);
	const run = {
		at: client.host.now().toISOString(),
		policy: settings.rules.policy,
		dryRun: settings.dryRun,
		orders: problem.orders.length,
	};
	const plans = new Map(plan.orders.map((order) => [order.order, order]));
	const outcomes = new Map(
		orders.map((order): [number, AllocationOutcome] => {
			const error = order.moves.flatMap(({ id }) => applied.failed.get(id) ?? [])[0];
			if (error) return [order.id, { kind: 'failed', error }];
			return [
				order.id,
				{
					kind: 'decided',
					allocation: toAllocation({ order, plan: plans.get(order.id), held, stock, run }),
				},
			];
		}),
	);
	return settings.dryRun ? outcomes : await noteAllocations(client, outcomes);
};

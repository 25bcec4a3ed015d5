import type { DemandLine, DemandOrder, Pool, Problem } from '../../core/allocation/problem';
import { rankOf } from '../../core/allocation/rank';
import { lotOf } from '../../core/allocation/units';
import type { OpenMove, OpenOrder } from './facts';
import type { StockView } from './readStock';
import type { AllocationSettings } from './settings';

/** Pools under construction: what Odoo has free, and what the orders of this run hold and may be given anew. */
class Pools {
	private readonly indexOf = new Map<string, number>();
	private readonly pools: { product: number; place: number; free: number }[] = [];

	constructor(private readonly stock: StockView) {}

	/** The pool that a move takes from. What Odoo keeps no stock of has a pool of its own, big enough. */
	of(move: OpenMove): number {
		const key = move.isUnlimited ? `move ${move.id}` : `${move.locationId} ${move.product.id}`;
		const existing = this.indexOf.get(key);
		if (existing !== undefined) return existing;
		const free = move.isUnlimited
			? move.asked - move.held
			: this.stock.freeAt(move.locationId, move.product.id);
		this.pools.push({ product: move.product.id, place: move.locationId, free });
		this.indexOf.set(key, this.pools.length - 1);
		return this.pools.length - 1;
	}

	giveBack(pool: number, held: number): void {
		const found = this.pools[pool];
		if (found) found.free += held;
	}

	list(): readonly Pool[] {
		return this.pools;
	}
}

const toTime = (dateTime: string | null): number | null =>
	dateTime ? Date.parse(`${dateTime.replace(' ', 'T')}Z`) : null;

const earliest = (times: readonly (number | null)[]): number | null => {
	const known = times.flatMap((time) => time ?? []);
	return known.length > 0 ? Math.min(...known) : null;
};

const toLine = (
	move: OpenMove,
	pools: Pools,
	order: OpenOrder,
	settings: AllocationSettings,
): DemandLine => {
	const pool = pools.of(move);
	pools.giveBack(pool, move.held);
	return {
		id: move.id,
		product: move.product.id,
		asked: move.asked,
		held: move.held,
		picked: move.picked,
		lot: lotOf(move.asked, move.unit, settings.step),
		value: move.value / order.currencyRate,
		pools: [pool],
	};
};

const toDemandOrder = (
	order: OpenOrder,
	pools: Pools,
	settings: AllocationSettings,
): DemandOrder => {
	const lines = order.moves
		.filter((move) => move.takesFromStock)
		.map((move) => toLine(move, pools, order, settings));
	const facts = {
		isRush: false,
		customerClass: Infinity,
		isUrgent: order.isUrgent,
		requestedAt:
			toTime(order.requestedAt) ?? earliest(order.moves.map(({ dueAt }) => toTime(dueAt))),
		orderedAt: toTime(order.orderedAt),
		value: lines.reduce((total, { value }) => total + value, 0),
		margin: 0,
	};
	return {
		id: order.id,
		customer: order.accountId,
		rank: rankOf(facts, settings.criteria),
		strategy: settings.strategy,
		shipsComplete: order.shipsComplete,
		weight: 1,
		lines,
	};
};

/** The engine's problem, from what Odoo says. */
export const toProblem = (
	orders: readonly OpenOrder[],
	stock: StockView,
	settings: AllocationSettings,
): Problem => {
	const pools = new Pools(stock);
	const confirmed = orders.filter(({ state }) => state === 'sale');
	const demand = confirmed.map((order) => toDemandOrder(order, pools, settings));
	return { rules: settings.rules, pools: pools.list(), orders: demand };
};

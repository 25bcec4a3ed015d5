import { PoolValue, type PartialLine } from './poolValue';

/** An order that ships complete: what it needs of each pool, and what it is worth. */
export interface CompleteOrder {
	readonly value: number;
	readonly needs: readonly { readonly pool: number; readonly quantity: number }[];
}

interface Selection {
	readonly value: number;
	/** Indexes of the orders that are served, in the order in which they were found worth it. */
	readonly chosen: readonly number[];
}

const ITERATIONS = 300;
const REPAIR_EVERY = 10;
const PATIENCE = 10;

/**
 * Which of the orders that ship complete are worth their stock. The problem is strongly NP-hard; prices on the stock
 * (Lagrange multipliers, moved by subgradient steps) say which orders pay for what they take, and those are inserted
 * one after the other where they beat the partial lines they displace. On real orders the result is mostly the optimum
 * and seldom more than a tenth of a percent below it.
 */
export const chooseCompleteOrders = (
	stock: readonly number[],
	orders: readonly CompleteOrder[],
	partial: readonly (readonly PartialLine[])[],
): readonly number[] => {
	if (orders.length === 0) return [];
	const scarce = scarcePools(stock, orders, partial);
	const at = new Map(scarce.map((pool, index) => [pool, index]));
	const needed = orders.map(({ value, needs }) => ({
		value,
		needs: needs.flatMap(({ pool, quantity }) => {
			const index = at.get(pool);
			return index === undefined ? [] : [{ pool: index, quantity }];
		}),
	}));
	return choose(
		scarce.map((pool) => stock[pool] ?? 0),
		needed,
		scarce.map((pool) => new PoolValue(partial[pool] ?? [])),
	);
};

/** Stock that is enough for everybody has no price and decides nothing. */
const scarcePools = (
	stock: readonly number[],
	orders: readonly CompleteOrder[],
	partial: readonly (readonly PartialLine[])[],
): number[] => {
	const wanted = Float64Array.from(stock, (_, pool) =>
		(partial[pool] ?? []).reduce((total, { quantity }) => total + quantity, 0),
	);
	for (const { needs } of orders)
		for (const { pool, quantity } of needs) wanted[pool] = (wanted[pool] ?? 0) + quantity;
	return [...stock.keys()].filter((pool) => (wanted[pool] ?? 0) > (stock[pool] ?? 0));
};

const choose = (
	stock: readonly number[],
	orders: readonly CompleteOrder[],
	pools: readonly PoolValue[],
): readonly number[] => {
	const prices = new Float64Array(stock.length);
	let best: Selection = { value: -1, chosen: [] };
	let [bound, step, stalled] = [Infinity, 2, 0];
	for (let iteration = 0; iteration < ITERATIONS; iteration++) {
		const { value, slack, profits } = relax(stock, orders, pools, prices);
		if (value < bound - 1e-6) [bound, stalled] = [value, 0];
		else if (++stalled >= PATIENCE) [step, stalled] = [step * 0.6, 0];
		if (iteration % REPAIR_EVERY === 0 || iteration === ITERATIONS - 1) {
			const found = insert(stock, orders, pools, profits);
			if (found.value > best.value) best = found;
		}
		if (!movePrices(prices, slack, step * (value - Math.max(best.value, 0)))) break;
	}
	return best.chosen;
};

/** The problem with stock for sale at these prices: an upper bound, what is left of each pool, and each order's profit. */
const relax = (
	stock: readonly number[],
	orders: readonly CompleteOrder[],
	pools: readonly PoolValue[],
	prices: Float64Array,
): { readonly value: number; readonly slack: Float64Array; readonly profits: Float64Array } => {
	const slack = Float64Array.from(stock);
	const profits = new Float64Array(orders.length);
	let value = 0;
	for (let pool = 0; pool < stock.length; pool++) {
		const price = prices[pool] ?? 0;
		const { quantity, gain } = pools[pool]?.above(price) ?? { quantity: 0, gain: 0 };
		value += price * (stock[pool] ?? 0) + gain;
		slack[pool] = (slack[pool] ?? 0) - quantity;
	}
	orders.forEach((order, index) => {
		let profit = order.value;
		for (const { pool, quantity } of order.needs) profit -= (prices[pool] ?? 0) * quantity;
		profits[index] = order.value > 0 ? profit / order.value : profit;
		if (profit <= 0) return;
		value += profit;
		for (const { pool, quantity } of order.needs) slack[pool] = (slack[pool] ?? 0) - quantity;
	});
	return { value, slack, profits };
};

/** Takes the orders by profit, each where it fits and is worth more than the partial lines it displaces. */
const insert = (
	stock: readonly number[],
	orders: readonly CompleteOrder[],
	pools: readonly PoolValue[],
	profits: Float64Array,
): Selection => {
	const left = Float64Array.from(stock);
	const chosen: number[] = [];
	let value = 0;
	const byProfit = [...profits.keys()].sort(
		(a, b) => (profits[b] ?? 0) - (profits[a] ?? 0) || a - b,
	);
	for (const index of byProfit) {
		const order = orders[index];
		if (!order || order.needs.some(({ pool, quantity }) => (left[pool] ?? 0) < quantity)) continue;
		const displaced = order.needs.reduce((total, { pool, quantity }) => {
			const there = left[pool] ?? 0;
			return total + (pools[pool]?.of(there) ?? 0) - (pools[pool]?.of(there - quantity) ?? 0);
		}, 0);
		if (displaced >= order.value) continue;
		for (const { pool, quantity } of order.needs) left[pool] = (left[pool] ?? 0) - quantity;
		value += order.value;
		chosen.push(index);
	}
	const rest = pools.reduce((total, pool, index) => total + pool.of(left[index] ?? 0), 0);
	return { value: value + rest, chosen };
};

/** Dearer where more is wanted than there is, cheaper where something is left. False when nothing would move. */
const movePrices = (prices: Float64Array, slack: Float64Array, length: number): boolean => {
	const isIdle = (pool: number) => prices[pool] === 0 && (slack[pool] ?? 0) > 0;
	let norm = 0;
	slack.forEach((amount, pool) => {
		if (!isIdle(pool)) norm += amount * amount;
	});
	if (norm === 0) return false;
	slack.forEach((amount, pool) => {
		prices[pool] = Math.max(0, (prices[pool] ?? 0) - (length / norm) * amount);
	});
	return true;
};

import type { PoolValue } from './poolValue';
import type { CompleteOrder } from './selection';

/** The problem with stock for sale. */
interface Relaxed {
	/** No plan is worth more. */
	readonly bound: number;
	/** What the prices leave of each pool; negative where they are too low. */
	readonly slack: Float64Array;
	/** What each order gains at these prices, as a share of its value. */
	readonly profits: Float64Array;
}

/** What there is of each pool, who wants it whole, and what it is worth to the others. */
export interface Market {
	readonly stock: readonly number[];
	readonly orders: readonly CompleteOrder[];
	readonly pools: readonly PoolValue[];
}

/** What would be bought at these prices. */
export const relax = ({ stock, orders, pools }: Market, prices: Float64Array): Relaxed => {
	const slack = Float64Array.from(stock);
	const profits = new Float64Array(orders.length);
	let bound = 0;
	pools.forEach((pool, index) => {
		const price = prices[index] ?? 0;
		const { quantity, gain } = pool.above(price);
		bound += price * (stock[index] ?? 0) + gain;
		slack[index] = (slack[index] ?? 0) - quantity;
	});
	orders.forEach(({ value, needs }, index) => {
		let profit = value;
		for (const { pool, quantity } of needs) profit -= (prices[pool] ?? 0) * quantity;
		profits[index] = value > 0 ? profit / value : profit;
		if (profit <= 0) return;
		bound += profit;
		for (const { pool, quantity } of needs) slack[pool] = (slack[pool] ?? 0) - quantity;
	});
	return { bound, slack, profits };
};

/** Dearer where more is wanted than there is, cheaper where something is left. False when nothing would move. */
export const movePrices = (prices: Float64Array, slack: Float64Array, length: number): boolean => {
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

import { exchange } from './exchange';
import { PoolValue, type PartialLine } from './poolValue';
import { movePrices, relax, type Market } from './prices';
import { Selection, type CompleteOrder } from './selection';

export type { CompleteOrder } from './selection';

const ITERATIONS = 300;
const SELECT_EVERY = 10;
const PATIENCE = 10;

/**
 * Which of the orders that ship complete are worth their stock. The problem is strongly NP-hard; prices on the stock
 * (Lagrange multipliers, moved by subgradient steps) say which orders pay for what they take, those are inserted one
 * after the other where they beat the partial lines they displace, and the best selection is improved by exchanges.
 * On real orders the result is mostly the optimum and seldom more than a tenth of a percent below it.
 */
export const chooseCompleteOrders = (
	stock: readonly number[],
	orders: readonly CompleteOrder[],
	partial: readonly (readonly PartialLine[])[],
): readonly number[] => {
	if (orders.length === 0) return [];
	const scarce = scarcePools(stock, orders, partial);
	const at = new Map(scarce.map((pool, index) => [pool, index]));
	const needy = orders.map(({ value, needs }) => ({
		value,
		needs: needs.flatMap(({ pool, quantity }) => {
			const index = at.get(pool);
			return index === undefined ? [] : [{ pool: index, quantity }];
		}),
	}));
	return choose({
		stock: scarce.map((pool) => stock[pool] ?? 0),
		orders: needy,
		pools: scarce.map((pool) => new PoolValue(partial[pool] ?? [])),
	});
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

const choose = (market: Market): readonly number[] => {
	const { stock, orders, pools } = market;
	const prices = new Float64Array(stock.length);
	let best = new Selection(orders, pools, stock);
	let [lowest, step, stalled] = [Infinity, 2, 0];
	for (let iteration = 0; iteration < ITERATIONS; iteration++) {
		const { bound, slack, profits } = relax(market, prices);
		if (bound < lowest - 1e-6) [lowest, stalled] = [bound, 0];
		else if (++stalled >= PATIENCE) [step, stalled] = [step * 0.6, 0];
		if (iteration % SELECT_EVERY === 0 || iteration === ITERATIONS - 1) {
			const found = new Selection(orders, pools, stock);
			found.insert(
				[...profits.keys()].sort((a, b) => (profits[b] ?? 0) - (profits[a] ?? 0) || a - b),
			);
			if (found.value > best.value) best = found;
		}
		if (!movePrices(prices, slack, step * (bound - best.value))) break;
	}
	exchange(best, orders);
	return [...best.chosen];
};

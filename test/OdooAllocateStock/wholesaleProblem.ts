import type { DemandOrder } from '../../nodes/OdooAllocateStock/core/demand';
import type { Problem } from '../../nodes/OdooAllocateStock/core/problem';
import { DEFAULT_SETTINGS } from './defaultSettings';
import { wholesaleOrders, type WholesaleOrder } from '../data/wholesaleOrders';
import { WHOLESALE } from '../data/wholesaleShape';
import { SUPPLIES, wholesaleStock } from '../data/wholesaleStock';

/** Orders that compete for the same products at one time. */
export const SIZES = { day: 150, week: 900, month: 4_000 } as const;

export type Size = keyof typeof SIZES;

export const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** The orders for the greatest value, all from one place, and the stock that there is: a pool for each product. */
export const problemOf = (
	orders: readonly WholesaleOrder[],
	stock: ReadonlyMap<number, number>,
): Problem => {
	const poolOf = new Map([...stock.keys()].map((product, pool) => [product, pool]));
	let lines = 0;
	return {
		rules: { ...DEFAULT_SETTINGS.rules, policy: 'greatestValue' },
		pools: [...stock].map(([product, free]) => ({ product, place: 0, free })),
		orders: orders.map(
			(order, index): DemandOrder => ({
				id: index + 1,
				customer: order.customer,
				rank: [-order.weight, index],
				strategy: 'redistribute',
				shipsComplete: order.shipsComplete,
				weight: order.weight,
				lines: order.lines.map(({ product, quantity, multiple, cents }) => ({
					id: (lines += 1),
					product,
					asked: quantity,
					held: 0,
					picked: 0,
					step: multiple,
					value: (quantity * cents) / 100,
					pools: [poolOf.get(product) ?? 0],
				})),
			}),
		),
	};
};

/** How the orders of a problem may be served, and what there is for them. */
export interface Scarcity {
	/** Share of the orders that ship complete or not at all, 0 to 1. */
	readonly shipsComplete: number;
	readonly supply: keyof typeof SUPPLIES;
}

export const wholesaleProblem = (
	size: Size,
	seed: number,
	{ shipsComplete, supply }: Scarcity,
): Problem => {
	const orders = wholesaleOrders(seed, SIZES[size], { ...WHOLESALE, shipsComplete });
	return problemOf(orders, wholesaleStock(seed, orders, SUPPLIES[supply]));
};

export const sizeOf = ({ orders, pools }: Problem): string =>
	`${orders.length} orders, ${orders.reduce((total, { lines }) => total + lines.length, 0)} lines, ${pools.length} products`;

import fc from 'fast-check';

import type { DemandLine, DemandOrder, Pool } from '../../nodes/OdooAllocateStock/core/demand';
import type { Problem, Rules } from '../../nodes/OdooAllocateStock/core/problem';
import { DEFAULT_SETTINGS } from './defaultSettings';

/** Small problems in which everything competes: few products, few places, scarce stock. */
export interface ProblemShape {
	readonly rules?: Partial<Rules>;
	readonly steps?: readonly number[];
	readonly places?: number;
	readonly shipsComplete?: fc.Arbitrary<boolean>;
	readonly strategy?: fc.Arbitrary<DemandOrder['strategy']>;
	readonly held?: boolean;
}

const line = (shape: ProblemShape, products: number) =>
	fc.record({
		product: fc.integer({ min: 0, max: products - 1 }),
		asked: fc.integer({ min: 1, max: 24 }),
		step: fc.constantFrom(...(shape.steps ?? [1])),
		value: fc.integer({ min: 0, max: 500 }),
		heldShare: shape.held ? fc.integer({ min: 0, max: 4 }) : fc.constant(0),
		isPicked: shape.held ? fc.boolean() : fc.constant(false),
		home: fc.integer({ min: 0, max: (shape.places ?? 1) - 1 }),
	});

/** Pools are product by place; free counts what the lines hold. */
export const problems = (shape: ProblemShape = {}): fc.Arbitrary<Problem> => {
	const places = shape.places ?? 1;
	const products = 3;
	return fc
		.record({
			free: fc.array(fc.integer({ min: 0, max: 40 }), {
				minLength: products * places,
				maxLength: products * places,
			}),
			orders: fc.array(
				fc.record({
					customer: fc.integer({ min: 1, max: 3 }),
					rank: fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 4 })),
					shipsComplete: shape.shipsComplete ?? fc.constant(false),
					strategy: shape.strategy ?? fc.constant<DemandOrder['strategy']>('redistribute'),
					lines: fc.array(line(shape, products), { minLength: 1, maxLength: 4 }),
				}),
				{ minLength: 1, maxLength: 9 },
			),
		})
		.map(({ free, orders }) => {
			const pools: Pool[] = free.map((amount, index) => ({
				product: Math.floor(index / places),
				place: index % places,
				free: amount,
			}));
			const demand = orders.map(
				({ lines, ...order }, orderIndex): DemandOrder => ({
					...order,
					id: orderIndex + 1,
					weight: 1,
					lines: lines.map(({ heldShare, isPicked, home, ...one }, lineIndex): DemandLine => {
						const held = Math.floor((one.asked * heldShare) / 4);
						const own = one.product * places + home;
						const others = Array.from(
							{ length: places },
							(_, place) => one.product * places + place,
						).filter((pool) => pool !== own);
						return {
							...one,
							id: (orderIndex + 1) * 10 + lineIndex,
							held,
							picked: isPicked ? held : 0,
							pools: [own, ...others],
						};
					}),
				}),
			);
			const held = pools.map(() => 0);
			for (const { lines } of demand)
				for (const { pools: own, held: amount } of lines) held[own[0] ?? 0]! += amount;
			return {
				rules: { ...DEFAULT_SETTINGS.rules, splitLimit: places, ...shape.rules },
				pools: pools.map((pool, index) => ({ ...pool, free: pool.free + (held[index] ?? 0) })),
				orders: demand,
			};
		});
};

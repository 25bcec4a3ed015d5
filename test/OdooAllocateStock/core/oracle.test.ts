import fc from 'fast-check';

import { allocate } from '../../../nodes/OdooAllocateStock/core/allocate';
import { wholesaleOrders } from '../../data/wholesaleOrders';
import { WHOLESALE } from '../../data/wholesaleShape';
import { SUPPLIES, wholesaleStock } from '../../data/wholesaleStock';
import { byPriority, shortfallOf, valueOf } from '../allocationOracle';
import { expectNear } from '../nearOptimum';
import { problemOf, SEEDS, wholesaleProblem } from '../wholesaleProblem';

describe.each(['day', 'week'] as const)('a %s of orders, beside an exact solver', (size) => {
	it('is worth the optimum to the cent, when orders may be served in part', async () => {
		for (const seed of SEEDS) {
			const problem = wholesaleProblem(size, seed, { shipsComplete: 0, supply: 'patchy' });
			const { missing, optimum } = await shortfallOf(problem);
			expect(Math.abs(missing)).toBeLessThan(0.005);
			// Serving by priority alone is worth less: these orders tell the two apart.
			expect(optimum - valueOf(problem, allocate(byPriority(problem)))).toBeGreaterThan(10);
		}
	}, 300_000);

	it.each(['patchy', 'tight'] as const)(
		'is within 0.05 %% of the optimum on average and 0.2 %% at worst, when orders ship complete and stock is %s',
		async (supply) => {
			const shares: number[] = [];
			// Tight stock takes both long: fewer of those weeks.
			const seeds = supply === 'tight' && size === 'week' ? SEEDS.slice(0, 3) : SEEDS;
			for (const seed of seeds) {
				const problem = wholesaleProblem(size, seed, { shipsComplete: 0.3, supply });
				shares.push((await shortfallOf(problem)).share);
			}
			expectNear(shares, { average: 0.0005, worst: 0.002 });
		},
		300_000,
	);
});

describe('a few orders for a few products, whatever they are', () => {
	const scenes = fc.record({
		seed: fc.integer(),
		count: fc.integer({ min: 1, max: 30 }),
		products: fc.integer({ min: 1, max: 40 }),
		supply: fc.constantFrom(SUPPLIES.patchy, SUPPLIES.tight),
	});
	const problems = (shipsComplete: number) =>
		scenes.map(({ seed, count, products, supply }) => {
			const orders = wholesaleOrders(seed, count, { ...WHOLESALE, products, shipsComplete });
			return problemOf(orders, wholesaleStock(seed, orders, supply));
		});

	it('are worth the optimum, when they may be served in part', async () => {
		await fc.assert(
			fc.asyncProperty(problems(0), async (problem) => {
				expect(Math.abs((await shortfallOf(problem)).missing)).toBeLessThan(0.005);
			}),
		);
	});

	it.each([0.3, 1])(
		'are never worth more than the optimum, when a share of %p ships complete',
		async (share) => {
			await fc.assert(
				fc.asyncProperty(problems(share), async (problem) => {
					expect((await shortfallOf(problem)).share).toBeGreaterThan(-1e-6);
				}),
				{ numRuns: 50 },
			);
		},
	);
});

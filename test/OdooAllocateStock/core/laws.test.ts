import fc from 'fast-check';

import { allocate } from '../../../nodes/OdooAllocateStock/core/allocate';
import type { DemandOrder } from '../../../nodes/OdooAllocateStock/core/demand';
import type { Plan } from '../../../nodes/OdooAllocateStock/core/plan';
import type { Problem } from '../../../nodes/OdooAllocateStock/core/problem';
import { POLICIES } from '../../../nodes/OdooAllocateStock/core/policies';
import { compareOrders } from '../../../nodes/OdooAllocateStock/core/queue';
import { problems } from '../allocationProblems';

const STRATEGIES = ['win', 'keep', 'improve', 'redistribute', 'fill', 'giveUp'] as const;

const allocatedOf = (plan: Plan): Map<number, number> =>
	new Map(
		plan.orders.flatMap(({ lines }) =>
			lines.map(({ line, allocated }) => [line, allocated] as const),
		),
	);

const linesOf = ({ orders }: Problem) =>
	orders.flatMap((order) => order.lines.map((line) => ({ order, line })));

const anything = {
	steps: [1, 2, 5, 6],
	places: 2,
	shipsComplete: fc.boolean(),
	strategy: fc.constantFrom(...STRATEGIES),
	held: true,
};

describe.each(Object.values(POLICIES).map(({ code }) => code))('allocation by %s', (policy) => {
	const rulesOf = fc.record({
		minimumFill: fc.constantFrom(0, 0.3, 0.8),
		minimumValue: fc.constantFrom(0, 50),
		customerCap: fc.constantFrom(1, 0.5),
		splitLimit: fc.constantFrom(1, 2),
	});
	const withRules = fc.tuple(problems(anything), rulesOf).map(
		([problem, rules]): Problem => ({
			...problem,
			rules: { ...problem.rules, ...rules, policy },
		}),
	);

	it('never takes more from a pool than it has', () => {
		fc.assert(
			fc.property(withRules, (problem) => {
				const taken = problem.pools.map(() => 0);
				for (const { lines } of allocate(problem).orders)
					for (const { takes } of lines)
						for (const { pool, quantity } of takes) taken[pool]! += quantity;
				taken.forEach((quantity, pool) =>
					expect(quantity).toBeLessThanOrEqual(problem.pools[pool]!.free),
				);
			}),
		);
	});

	it('never gives a line more than it asks for, nor less than nothing, and says where all of it comes from', () => {
		fc.assert(
			fc.property(withRules, (problem) => {
				const plans = new Map(
					allocate(problem).orders.flatMap(({ lines }) =>
						lines.map((line) => [line.line, line] as const),
					),
				);
				for (const { line } of linesOf(problem)) {
					const plan = plans.get(line.id);
					expect(plan?.allocated).toBeGreaterThanOrEqual(0);
					expect(plan?.allocated).toBeLessThanOrEqual(line.asked);
					expect(plan?.takes.reduce((total, { quantity }) => total + quantity, 0)).toBe(
						plan?.allocated,
					);
					expect(plan?.takes.every(({ pool }) => line.pools.includes(pool))).toBe(true);
					expect(plan?.reason === null).toBe(plan?.allocated === line.asked);
				}
			}),
		);
	});

	it('keeps multiples: whole steps, or all that is asked, or what it was to keep anyway', () => {
		fc.assert(
			fc.property(withRules, (problem) => {
				const allocated = allocatedOf(allocate(problem));
				for (const { line } of linesOf(problem)) {
					const quantity = allocated.get(line.id) ?? -1;
					const isKept = quantity === line.held || quantity === line.picked;
					expect(quantity % line.step === 0 || quantity === line.asked || isKept).toBe(true);
				}
			}),
		);
	});

	it('ships complete or not at all', () => {
		const shape = { steps: [1, 2, 5], places: 2, shipsComplete: fc.boolean() };
		fc.assert(
			fc.property(problems({ ...shape, rules: { policy } }), (problem) => {
				const allocated = allocatedOf(allocate(problem));
				for (const { shipsComplete, lines } of problem.orders) {
					if (!shipsComplete) continue;
					const shares = lines.map(({ id, asked }) => (allocated.get(id) ?? 0) / asked);
					expect(shares.every((share) => share === 1) || shares.every((share) => share === 0)).toBe(
						true,
					);
				}
			}),
		);
	});

	it('decides the same whatever the order of the input', () => {
		fc.assert(
			fc.property(withRules, fc.integer(), (problem, seed) => {
				const key = ({ id }: DemandOrder) => Math.sin(id * 12.9898 + seed) % 1;
				const shuffled = {
					...problem,
					orders: [...problem.orders].sort((a, b) => key(a) - key(b)),
				};
				expect(allocatedOf(allocate(shuffled))).toEqual(
					new Map(
						[...allocatedOf(allocate(problem))].sort(
							(a, b) =>
								key({ id: Math.floor(a[0] / 10) } as DemandOrder) -
									key({ id: Math.floor(b[0] / 10) } as DemandOrder) || a[0] - b[0],
						),
					),
				);
			}),
		);
	});

	it('keeps what is picked, and what each strategy promises', () => {
		const shape = {
			held: true,
			strategy: fc.constantFrom(...STRATEGIES),
			steps: [1, 3],
			rules: { policy },
		};
		fc.assert(
			fc.property(problems(shape), (problem) => {
				const allocated = allocatedOf(allocate(problem));
				for (const { order, line } of linesOf(problem)) {
					const quantity = allocated.get(line.id) ?? 0;
					expect(quantity).toBeGreaterThanOrEqual(line.picked);
					if (['win', 'keep', 'improve'].includes(order.strategy))
						expect(quantity).toBeGreaterThanOrEqual(line.held);
					if (order.strategy === 'fill') expect(quantity).toBeLessThanOrEqual(line.held);
				}
			}),
		);
	});

	it('ships from no more places than allowed', () => {
		fc.assert(
			fc.property(problems({ places: 3, rules: { policy, splitLimit: 1 } }), (problem) => {
				for (const { lines } of allocate(problem).orders) {
					const homes = new Set(
						lines.flatMap(({ takes }) => takes.map(({ pool }) => problem.pools[pool]!.place)),
					);
					// Fair share and greatest value give every line its own place first.
					if (policy === 'priority' || policy === 'firstCome')
						expect(homes.size).toBeLessThanOrEqual(1);
				}
			}),
		);
	});

	it('gives no customer more of a pool than its cap', () => {
		fc.assert(
			fc.property(problems({ rules: { policy, customerCap: 0.4 }, steps: [1, 3] }), (problem) => {
				const taken = new Map<string, number>();
				allocate(problem).orders.forEach(({ lines }, index) =>
					lines.forEach(({ takes }) =>
						takes.forEach(({ pool, quantity }) => {
							const key = `${problem.orders[index]!.customer} ${pool}`;
							taken.set(key, (taken.get(key) ?? 0) + quantity);
						}),
					),
				);
				for (const [key, quantity] of taken)
					expect(quantity).toBeLessThanOrEqual(
						Math.floor(problem.pools[Number(key.split(' ')[1])]!.free * 0.4),
					);
			}),
		);
	});
});

describe('priority', () => {
	it('is never inverted: an order lacks nothing that one behind it in the queue has', () => {
		fc.assert(
			fc.property(problems(), (problem) => {
				const allocated = allocatedOf(allocate(problem));
				const lines = linesOf(problem);
				for (const ahead of lines)
					for (const behind of lines) {
						const compete =
							ahead.line.product === behind.line.product &&
							compareOrders(ahead.order, behind.order) < 0;
						if (compete && (allocated.get(behind.line.id) ?? 0) > 0)
							expect(allocated.get(ahead.line.id)).toBe(ahead.line.asked);
					}
			}),
		);
	});
});

describe('fair share', () => {
	it.each([[[1]], [[6]], [[1, 2, 5, 6]]])(
		'lowers nobody when there is more stock (steps %j)',
		(steps) => {
			const shape = problems({ rules: { policy: 'fairShare' }, steps });
			fc.assert(
				fc.property(shape, fc.integer({ min: 1, max: 10 }), (problem, more) => {
					const less = allocatedOf(allocate(problem));
					const richer = allocatedOf(
						allocate({
							...problem,
							pools: problem.pools.map((pool) => ({ ...pool, free: pool.free + more })),
						}),
					);
					less.forEach((quantity, line) =>
						expect(richer.get(line)).toBeGreaterThanOrEqual(quantity),
					);
				}),
				{ numRuns: 200 },
			);
		},
	);

	it('leaves fill rates that differ by no more than one step', () => {
		fc.assert(
			fc.property(problems({ rules: { policy: 'fairShare' } }), (problem) => {
				const allocated = allocatedOf(allocate(problem));
				const lines = linesOf(problem).map(({ line }) => ({
					...line,
					got: allocated.get(line.id) ?? 0,
				}));
				for (const poor of lines)
					for (const rich of lines)
						if (poor.product === rich.product && poor.got < poor.asked)
							// Neither would be better off in the middle of the next step than the other in the middle of its last.
							expect((rich.got - 0.5) / rich.asked).toBeLessThanOrEqual(
								(poor.got + 0.5) / poor.asked + 1e-12,
							);
			}),
		);
	});

	it('leaves no stock while somebody asks for it, in single units', () => {
		fc.assert(
			fc.property(problems({ rules: { policy: 'fairShare' } }), (problem) => {
				const plan = allocate(problem);
				const isShort = new Set(
					plan.orders.flatMap(({ lines }, index) =>
						lines.flatMap(({ reason }, at) =>
							reason === null ? [] : [problem.orders[index]!.lines[at]!.product],
						),
					),
				);
				plan.left.forEach((left, pool) => {
					if (isShort.has(problem.pools[pool]!.product)) expect(left).toBe(0);
				});
			}),
		);
	});
});

import loadHighs from 'highs';

import { allocate } from '../../nodes/OdooAllocateStock/core/allocate';
import type { Plan } from '../../nodes/OdooAllocateStock/core/plan';
import type { Problem } from '../../nodes/OdooAllocateStock/core/problem';

/** The weighted value that a plan allocates. */
export const valueOf = (problem: Problem, plan: Plan): number =>
	plan.orders.reduce(
		(total, { lines }, index) =>
			total +
			lines.reduce((sum, { allocated }, at) => {
				const order = problem.orders[index];
				const line = order?.lines[at];
				return sum + (order && line ? (order.weight * line.value * allocated) / line.asked : 0);
			}, 0),
		0,
	);

const terms = (parts: readonly string[]): string =>
	parts.length === 0 ? '0 none' : parts.join('\n + ');

interface Draw {
	/** Of the order or the line that draws on the pool. */
	readonly name: string;
	/** What one of it takes. */
	readonly quantity: number;
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/** Everything is drawn in whole numbers, so that a pool is worth no more than the divisor that all have in common. */
const toConstraint = (draws: readonly Draw[], free: number, pool: number): string => {
	const divisor = draws.reduce((common, { quantity }) => greatestDivisor(quantity, common), 0);
	const left = draws.map(({ name, quantity }) => `${quantity / divisor} ${name}`);
	return `p${pool}: ${terms(left)} <= ${Math.floor(free / divisor)}`;
};

/**
 * The same problem for an exact solver, in CPLEX LP format: one pool for each line, lines in whole steps, complete
 * orders by yes or no. Lines that ask for a part of a step have no place in it.
 */
const toModel = ({ orders, pools }: Problem): string => {
	const objective: string[] = [];
	const draws = pools.map((): Draw[] => []);
	const bounds: string[] = [];
	const binaries: string[] = [];
	const whole: string[] = [];
	for (const order of orders) {
		const name = `y${order.id}`;
		if (order.shipsComplete) {
			binaries.push(name);
			objective.push(
				`${order.lines.reduce((total, { value }) => total + order.weight * value, 0)} ${name}`,
			);
			const needs = new Map<number, number>();
			for (const { pools: own, asked } of order.lines)
				needs.set(own[0] ?? 0, (needs.get(own[0] ?? 0) ?? 0) + asked);
			for (const [pool, quantity] of needs) draws[pool]?.push({ name, quantity });
			continue;
		}
		for (const { id, pools: own, asked, step, value } of order.lines) {
			objective.push(`${(order.weight * value * step) / asked} x${id}`);
			draws[own[0] ?? 0]?.push({ name: `x${id}`, quantity: step });
			bounds.push(`0 <= x${id} <= ${asked / step}`);
			if (step > 1) whole.push(`x${id}`);
		}
	}
	const constraints = draws.flatMap((drawn, pool) =>
		drawn.length === 0 ? [] : [toConstraint(drawn, pools[pool]?.free ?? 0, pool)],
	);
	return [
		`Maximize\nvalue: ${terms(objective)}`,
		`Subject To\n${constraints.join('\n')}`,
		`Bounds\n${bounds.join('\n')}`,
		...(whole.length > 0 ? [`General\n${whole.join('\n')}`] : []),
		...(binaries.length > 0 ? [`Binary\n${binaries.join('\n')}`] : []),
		'End',
	].join('\n');
};

let loaded: ReturnType<typeof loadHighs> | undefined;

/** The best value there is, by HiGHS; exact to one part in a million. */
export const optimumOf = async (problem: Problem): Promise<number> => {
	loaded ??= loadHighs();
	const highs = await loaded;
	const result = highs.solve(toModel(problem), { output_flag: false, mip_rel_gap: 1e-6 });
	if (result.Status !== 'Optimal') throw new Error(`HiGHS ended with ${result.Status}`);
	return result.ObjectiveValue;
};

/** The same problem served in the order of the queue, whatever the goods are worth. */
export const byPriority = (problem: Problem): Problem => ({
	...problem,
	rules: { ...problem.rules, policy: 'priority' },
});

/** How far the engine's plan is below the optimum, in money and as a share of it. */
export const shortfallOf = async (problem: Problem) => {
	const optimum = await optimumOf(problem);
	const missing = optimum - valueOf(problem, allocate(problem));
	return { optimum, missing, share: optimum === 0 ? 0 : missing / optimum };
};

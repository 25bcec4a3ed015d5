import loadHighs from 'highs';

import type { Plan, Problem } from '../../nodes/OdooAllocateStock/core/problem';

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

/** The same problem for an exact solver, in CPLEX LP format: one pool for each line, complete orders by yes or no. */
const toModel = ({ orders, pools }: Problem): string => {
	const objective: string[] = [];
	const rows = pools.map((): string[] => []);
	const bounds: string[] = [];
	const binaries: string[] = [];
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
			for (const [pool, quantity] of needs) rows[pool]?.push(`${quantity} ${name}`);
			continue;
		}
		for (const { id, pools: own, asked, value } of order.lines) {
			objective.push(`${(order.weight * value) / asked} x${id}`);
			rows[own[0] ?? 0]?.push(`x${id}`);
			bounds.push(`0 <= x${id} <= ${asked}`);
		}
	}
	const constraints = rows.flatMap((row, pool) =>
		row.length === 0 ? [] : [`p${pool}: ${terms(row)} <= ${pools[pool]?.free ?? 0}`],
	);
	return [
		`Maximize\nvalue: ${terms(objective)}`,
		`Subject To\n${constraints.join('\n')}`,
		`Bounds\n${bounds.join('\n')}`,
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

import { allocate } from '../../nodes/shared/core/allocation/allocate';
import { optimumOf, valueOf } from '../support/allocationOracle';
import { retailProblem, SEEDS, SIZES, sizeOf, type Size } from '../support/retailInstances';
import type { BenchReport, Figure } from './report';

interface Compared {
	readonly gaps: readonly number[];
	readonly ours: number;
	readonly solver: number;
}

const compare = async (size: Size, completeShare: number): Promise<Compared> => {
	const gaps: number[] = [];
	let [ours, solver] = [0, 0];
	for (const seed of SEEDS) {
		const problem = retailProblem(size, seed, completeShare);
		const start = performance.now();
		const plan = allocate(problem);
		const planned = performance.now();
		const optimum = await optimumOf(problem);
		ours += planned - start;
		solver += performance.now() - planned;
		gaps.push((100 * (optimum - valueOf(problem, plan))) / optimum);
	}
	return { gaps, ours: ours / SEEDS.length, solver: solver / SEEDS.length };
};

const figuresOf = async (size: Size, completeShare: number): Promise<Figure[]> => {
	const { gaps, ours, solver } = await compare(size, completeShare);
	const what = `${size}, ${completeShare === 0 ? 'in part' : 'ship complete'}`;
	return [
		{
			what: `${what}: mean below optimum`,
			value: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
			unit: '%',
		},
		{ what: `${what}: worst below optimum`, value: Math.max(...gaps), unit: '%' },
		{
			what: `${what}: time`,
			value: ours,
			unit: 'ms',
			ratio: { to: 'HiGHS', value: ours / solver },
		},
	];
};

/** The engine beside an exact solver, on real orders with ten invented states of the stock. */
export default async function bench(): Promise<BenchReport> {
	const figures: Figure[] = [];
	const sizes = Object.keys(SIZES) as Size[];
	for (const size of sizes)
		for (const completeShare of [0, 0.3]) figures.push(...(await figuresOf(size, completeShare)));
	return {
		name: 'Allocation for the greatest value, beside HiGHS',
		setting: `${SEEDS.length} supplies each; ${sizes.map((size) => `${size}: ${sizeOf(retailProblem(size, 1, 0))}`).join('; ')}`,
		figures,
	};
}

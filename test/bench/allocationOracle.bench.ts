import { allocate } from '../../nodes/OdooAllocateStock/core/allocate';
import { optimumOf, valueOf } from '../OdooAllocateStock/allocationOracle';
import {
	retailProblem,
	SEEDS,
	SIZES,
	sizeOf,
	type Size,
	type Supply,
} from '../OdooAllocateStock/retailInstances';
import type { BenchReport, Figure } from './report';

interface Kind {
	readonly name: string;
	/** Share of the orders that ship complete. */
	readonly completeShare: number;
	readonly supply: Supply;
}

const KINDS: readonly Kind[] = [
	{ name: 'in part', completeShare: 0, supply: 'patchy' },
	{ name: 'ship complete', completeShare: 0.3, supply: 'patchy' },
	{ name: 'ship complete, tight', completeShare: 0.3, supply: 'tight' },
];

interface Compared {
	readonly gaps: readonly number[];
	readonly ours: number;
	readonly solver: number;
}

const compare = async (size: Size, { completeShare, supply }: Kind): Promise<Compared> => {
	const gaps: number[] = [];
	let [ours, solver] = [0, 0];
	for (const seed of SEEDS) {
		const problem = retailProblem(size, seed, completeShare, supply);
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

const figuresOf = async (size: Size, kind: Kind): Promise<Figure[]> => {
	const { gaps, ours, solver } = await compare(size, kind);
	const what = `${size}, ${kind.name}`;
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
		for (const kind of KINDS) figures.push(...(await figuresOf(size, kind)));
	return {
		name: 'Allocation for the greatest value, beside HiGHS',
		setting: `${SEEDS.length} supplies each; ${sizes.map((size) => `${size}: ${sizeOf(retailProblem(size, 1, 0))}`).join('; ')}`,
		figures,
	};
}

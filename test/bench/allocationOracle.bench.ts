import { allocate } from '../../nodes/OdooAllocateStock/core/allocate';
import { optimumOf, valueOf } from '../OdooAllocateStock/allocationOracle';
import {
	SEEDS,
	SIZES,
	sizeOf,
	wholesaleProblem,
	type Scarcity,
	type Size,
} from '../OdooAllocateStock/wholesaleProblem';
import type { BenchReport, Figure } from './report';

interface Kind extends Scarcity {
	readonly name: string;
}

const PLAIN: Kind = { name: 'in part', shipsComplete: 0, supply: 'patchy' };
const KINDS: readonly Kind[] = [
	PLAIN,
	{ name: 'ship complete', shipsComplete: 0.3, supply: 'patchy' },
	{ name: 'ship complete, tight', shipsComplete: 0.3, supply: 'tight' },
];

interface Compared {
	readonly gaps: readonly number[];
	readonly ours: number;
	readonly solver: number;
}

const compare = async (size: Size, scarcity: Kind): Promise<Compared> => {
	const gaps: number[] = [];
	let [ours, solver] = [0, 0];
	for (const seed of SEEDS) {
		const problem = wholesaleProblem(size, seed, scarcity);
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

/** The engine beside an exact solver, on ten made-up markets of each size. */
export default async function bench(): Promise<BenchReport> {
	const figures: Figure[] = [];
	const sizes = Object.keys(SIZES) as Size[];
	for (const size of sizes)
		for (const kind of KINDS) figures.push(...(await figuresOf(size, kind)));
	return {
		name: 'Allocation for the greatest value, beside HiGHS',
		setting: `${SEEDS.length} markets each; ${sizes.map((size) => `${size}: ${sizeOf(wholesaleProblem(size, 1, PLAIN))}`).join('; ')}`,
		figures,
	};
}

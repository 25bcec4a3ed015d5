/* eslint-disable @n8n/community-nodes/no-restricted-globals -- measures this process, outside n8n */
import { allocate } from '../../nodes/OdooAllocateStock/core/allocate';
import type { DemandOrder } from '../../nodes/OdooAllocateStock/core/demand';
import { unique } from '../../nodes/shared/core/collections';
import { POLICIES, type Policy } from '../../nodes/OdooAllocateStock/core/policies';
import type { Problem } from '../../nodes/OdooAllocateStock/core/problem';
import { mulberry32 } from '../support/mulberry32';
import type { BenchReport, Figure } from './report';

const [ORDERS, LINES_EACH, PRODUCTS, PLACES] = [5_000, 5, 20_000, 5];

/** A distributor's day: popular products are asked for much more often, and are the scarce ones. */
const problemFor = (policy: Policy): Problem => {
	const random = mulberry32(7);
	const asked = new Float64Array(PRODUCTS);
	const orders = Array.from(
		{ length: ORDERS },
		(_, index): DemandOrder => ({
			id: index + 1,
			customer: Math.floor(random() * 800),
			rank: [Math.floor(random() * 3), index],
			strategy: 'redistribute',
			shipsComplete: random() < 0.3,
			weight: 1 + Math.floor(random() * 3),
			lines: Array.from({ length: LINES_EACH }, (__, at) => {
				const product = Math.floor(random() ** 3 * PRODUCTS);
				const quantity = 100 * (1 + Math.floor(random() * 40));
				const home = Math.floor(random() * PLACES);
				asked[product] = (asked[product] ?? 0) + quantity;
				return {
					id: index * LINES_EACH + at,
					product,
					asked: quantity,
					held: 0,
					picked: 0,
					step: random() < 0.2 ? 600 : 100,
					value: quantity * (0.01 + random()),
					pools: Array.from(
						{ length: PLACES },
						(___, place) => product * PLACES + ((home + place) % PLACES),
					),
				};
			}),
		}),
	);
	const pools = Array.from({ length: PRODUCTS * PLACES }, (_, pool) => {
		const product = Math.floor(pool / PLACES);
		return {
			product,
			place: pool % PLACES,
			free: Math.floor(((asked[product] ?? 0) / PLACES) * random() * 1.6),
		};
	});
	return {
		rules: { policy, minimumFill: 0, minimumValue: 0, customerCap: 1, splitLimit: 2 },
		pools,
		orders,
	};
};

/** The first one pays for the warm-up, so that it stays the first. */
const { priority, firstCome } = POLICIES;
const IN_TURN = unique([priority, firstCome, ...Object.values(POLICIES)]);

const cpuOf = (work: () => void): number => {
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1_000;
};

/** CPU time of one plan of the size a big distributor needs, beside sorting the same lines once. */
export default async function bench(): Promise<BenchReport> {
	const figures: Figure[] = [];
	for (const { code, label } of IN_TURN) {
		const problem = problemFor(code);
		const lines = problem.orders.flatMap((order) => order.lines);
		const sorting = cpuOf(() => void [...lines].sort((a, b) => b.value - a.value));
		const planning = cpuOf(() => void allocate(problem));
		figures.push({
			what: `${label}: CPU`,
			value: planning,
			unit: 'ms',
			ratio: { to: 'sorting the lines', value: planning / sorting },
		});
	}
	figures.push({
		what: 'memory of the process',
		value: process.memoryUsage().rss / 2 ** 20,
		unit: 'MB',
	});
	return {
		name: 'Allocation at scale',
		setting: `${ORDERS} orders, ${ORDERS * LINES_EACH} lines, ${PRODUCTS} products, ${PLACES} warehouses; one plan each, not warmed up; to stay under 2,000 ms and 500 MB`,
		figures,
	};
}

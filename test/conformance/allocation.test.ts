import { WHOLESALE } from '../data/wholesaleShape';
import { SUPPLIES, wholesaleStock } from '../data/wholesaleStock';
import { shortfallOf } from '../OdooAllocateStock/allocationOracle';
import { expectNear } from '../OdooAllocateStock/nearOptimum';
import { problemOf } from '../OdooAllocateStock/wholesaleProblem';
import { DATA_FOLDER, folderExists, unpacked } from './dataFolder';
import { isOrderLines, readOrderDays, toOrders, type OrderDay } from './orderLines';

const SEED = 1;
const lists = unpacked('.csv.gz')
	.filter(({ text }) => isOrderLines(text))
	.map(({ name, text }) => ({ name, days: [...readOrderDays(text)] }));

const problemFrom = (day: OrderDay, shipsComplete: number, supply: keyof typeof SUPPLIES) => {
	const orders = toOrders(day, SEED, { ...WHOLESALE, shipsComplete });
	return problemOf(orders, wholesaleStock(SEED, orders, SUPPLIES[supply]));
};

describe('the folder that O2C_DATA_DIR names', () => {
	it('exists and holds order lines, when it is set', () => {
		const isSet = DATA_FOLDER !== '';
		expect(folderExists()).toBe(isSet);
		expect(lists.length > 0).toBe(isSet);
	});
});

// A loop, because without the folder there is no list, and jest's own refuses to have no rows.
for (const { name, days } of lists)
	describe(`the order days of ${name}, beside an exact solver`, () => {
		it.each(days)('%s is worth the optimum to the cent, in part', async (_, day) => {
			const { missing } = await shortfallOf(problemFrom(day, 0, 'patchy'));
			expect(Math.abs(missing)).toBeLessThan(0.005);
		});

		it('are within 0.05 % of the optimum on average and 0.2 % at worst, when orders ship complete', async () => {
			const shares: number[] = [];
			for (const [, day] of days)
				shares.push((await shortfallOf(problemFrom(day, 0.3, 'patchy'))).share);
			expectNear(shares, { average: 0.0005, worst: 0.002 });
		}, 300_000);

		it('are within 0.05 % of the optimum all at once, when orders ship complete and stock is tight', async () => {
			const together: OrderDay = new Map(days.flatMap(([, day]) => [...day]));
			const { share } = await shortfallOf(problemFrom(together, 0.3, 'tight'));
			expectNear([share], { average: 0.0005, worst: 0.0005 });
		}, 300_000);
	});

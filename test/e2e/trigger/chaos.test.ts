/* eslint-disable no-console -- the figures are part of the result */
import { runProgram } from './program';

let figures: Record<string, unknown>;

beforeAll(async () => {
	figures = await runProgram('chaos.mjs');
	console.info(
		Object.entries(figures)
			.map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
			.join('\n'),
	);
}, 600_000);

describe('500 orders confirmed while everything breaks', () => {
	it('really broke: dropped webhooks, open transactions, killed n8n, many orders in one second', () => {
		expect(figures).toMatchObject({
			orders: 500,
			confirmed: 500,
			kills: 2,
			webhooks: 500,
			webhooksDropped: 150,
		});
		expect(figures.heldOpen).toBeGreaterThan(50);
		expect(figures.largestSecond).toBeGreaterThanOrEqual(10);
	});

	it('loses none', () => {
		expect(figures.lost).toEqual([]);
	});

	it('repeats only what was under way at a kill, each with its first id', () => {
		expect(figures).toMatchObject({ repeatsNotInFlight: 0, idsPerOrder: 1 });
	});
});

import { evaluate } from '../lab/plainScript';

const results = [
	{ name: 'unit', passed: 1638, failed: 0, minutes: 1.04, budget: 5 },
	{ name: 'live on Odoo 19', passed: 282, failed: 1, minutes: 12.4, budget: 12 },
	{ name: 'credit', passed: 3, failed: 0, minutes: 0.3 },
];

describe('the end of the tests', () => {
	it('says which suite took how long, and which is over its budget', async () => {
		const table = await evaluate(
			'test/setup/suiteTable.mjs',
			`it.toTable(${JSON.stringify(results)})`,
		);
		expect(String(table).split('\n')).toEqual([
			'Suite            Passed  Failed  Minutes  Budget',
			'unit               1638       0      1.0       5',
			'live on Odoo 19     282       1     12.4      12  over its budget',
			'credit                3       0      0.3',
		]);
	});

	it('closes with the sum', async () => {
		expect(
			await evaluate('test/setup/suiteTable.mjs', `it.totalLine(${JSON.stringify(results)})`),
		).toBe('1923 passed, 1 failed');
	});
});

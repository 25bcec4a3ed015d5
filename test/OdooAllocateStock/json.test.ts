import type { Allocation } from '../../nodes/OdooAllocateStock/core/allocation';
import schema from '../../nodes/OdooAllocateStock/__schema__/v1.0.0.json';
import { toJson } from '../../nodes/OdooAllocateStock/json';
import { schemaMisfits } from '../support/schemaFit';

const allocation: Allocation = {
	status: 'partiallyAllocated',
	fillRate: 0.4,
	value: 20,
	currency: 'EUR',
	reason: null,
	warnings: ['Odoo may complete it.'],
	lines: [
		{
			lineId: 7,
			product: { id: 1, name: 'Red' },
			unit: 'Units',
			asked: 5,
			allocated: 2,
			short: 3,
			warehouse: 'Main',
			expected: '2026-12-01T10:00:00Z',
			reason: 'othersFirst',
			waiting: { days: 3, daysLate: 0, rank: 1 },
			elsewhere: [{ warehouse: 'North', quantity: 1 }],
			substitute: { product: { id: 2, name: 'Blue' }, quantity: 3, unit: 'Units' },
		},
	],
	run: { at: '2026-11-22T12:00:00Z', policy: 'priority', dryRun: false, orders: 2, place: 1 },
};

describe("the item's key", () => {
	it('says all of the decision, as the schema has it', () => {
		expect(toJson(allocation)).toEqual({ allocation });
		expect(schemaMisfits(schema, 'allocation', toJson(allocation).allocation)).toEqual([]);
	});

	it('has its entries in the order that workflows know', () => {
		const [json] = Object.values(toJson(allocation));
		expect(Object.keys(json ?? {})).toEqual([
			'status',
			'fillRate',
			'value',
			'currency',
			'reason',
			'warnings',
			'lines',
			'run',
		]);
	});

	it('leaves out a substitute that there is not', () => {
		const lines = allocation.lines.map((line) => ({ ...line, substitute: undefined }));
		expect(JSON.stringify(toJson({ ...allocation, lines }))).not.toContain('substitute');
		expect(JSON.stringify(toJson(allocation))).toContain('substitute');
	});
});

import fc from 'fast-check';

import {
	fromGrains,
	fromLineQuantity,
	lotOf,
	toGrains,
	toLineQuantity,
	type UnitFacts,
} from '../../../nodes/OdooAllocateStock/core/units';
import { exact } from '../../../nodes/shared/core/exact';

const unit = (
	ratio: number | string,
	grain: number | string = 0.01,
	lineGrain: number | string = 0.01,
): UnitFacts => ({
	ratio: exact(ratio),
	grain: exact(grain),
	lineGrain: exact(lineGrain),
});

describe('quantities in grains', () => {
	it('come back as they were, in whatever unit', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 1_000_000 }),
				fc.constantFrom('1', '12', '0.5', '1000'),
				(hundredths, ratio) => {
					const facts = unit(ratio);
					const quantity = hundredths / 100;
					expect(fromGrains(toGrains(quantity, facts.grain), facts.grain)).toBe(quantity);
					const whole = Math.round(hundredths);
					expect(toLineQuantity(fromLineQuantity(whole, facts), facts)).toBe(whole);
				},
			),
		);
	});

	it('have no dust of floating point', () => {
		expect(toGrains(0.1 + 0.2, exact(0.01))).toBe(30);
		expect(toGrains(-3, exact(0.01))).toBe(-300);
	});
});

describe('the lot of a line', () => {
	it.each<{
		when: string;
		asked: number;
		facts: UnitFacts;
		step?: 'smallestQuantity';
		ordered?: string;
		lot: number;
	}>([
		{ when: 'whole pieces are ordered', asked: 500, facts: unit(1), lot: 100 },
		{ when: 'two and a half are ordered', asked: 250, facts: unit(1), lot: 1 },
		{
			when: 'pieces may be divided as finely as Odoo does',
			asked: 500,
			facts: unit(1),
			step: 'smallestQuantity',
			lot: 1,
		},
		{ when: 'dozens are ordered and reserved', asked: 4_800, facts: unit(12), lot: 1_200 },
		{
			when: 'dozens are ordered and pieces are reserved',
			asked: 4_800,
			facts: unit(1),
			ordered: '12',
			lot: 1_200,
		},
		{
			when: 'dozens may be divided: a hundredth of a dozen is twelve grains',
			asked: 4_800,
			facts: unit(12),
			step: 'smallestQuantity',
			lot: 12,
		},
		{
			when: 'a third of a dozen and pieces: not whole dozens',
			asked: 400,
			facts: unit(12),
			lot: 12,
		},
		{
			when: 'minutes of an hour cannot be expressed',
			asked: 5_000,
			facts: unit('0.0166667'),
			lot: 5_000,
		},
		{ when: 'only whole pieces exist', asked: 3, facts: unit(1, 1, 1), lot: 1 },
	])('is $lot grains when $when', ({ asked, facts, step, ordered, lot }) => {
		expect(
			lotOf({
				asked,
				unit: facts,
				step: step ?? 'wholeUnits',
				ordered: ordered === undefined ? facts.ratio : exact(ordered),
			}),
		).toBe(lot);
	});

	it('is always a quantity that both units express exactly', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 10_000 }),
				fc.constantFrom('1', '12', '6', '0.5', '1.5', '7'),
				(asked, ratio) => {
					const facts = unit(ratio);
					const lot = lotOf({ asked, unit: facts, step: 'wholeUnits', ordered: facts.ratio });
					if (lot >= asked) return;
					const inLineUnit = toLineQuantity(lot, facts);
					expect(Math.round(inLineUnit * 100) / 100).toBe(inLineUnit);
					expect(fromLineQuantity(inLineUnit, facts)).toBe(lot);
				},
			),
		);
	});
});

import fc from 'fast-check';

import {
	fromGrains,
	fromLineQuantity,
	stepOf,
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

describe('the step of a line', () => {
	it.each<{
		when: string;
		asked: number;
		facts: UnitFacts;
		size?: 'smallestQuantity';
		ordered?: string;
		step: number;
	}>([
		{ when: 'whole pieces are ordered', asked: 500, facts: unit(1), step: 100 },
		{ when: 'two and a half are ordered', asked: 250, facts: unit(1), step: 1 },
		{
			when: 'pieces may be divided as finely as Odoo does',
			asked: 500,
			facts: unit(1),
			size: 'smallestQuantity',
			step: 1,
		},
		{ when: 'dozens are ordered and reserved', asked: 4_800, facts: unit(12), step: 1_200 },
		{
			when: 'dozens are ordered and pieces are reserved',
			asked: 4_800,
			facts: unit(1),
			ordered: '12',
			step: 1_200,
		},
		{
			when: 'dozens may be divided: a hundredth of a dozen is twelve grains',
			asked: 4_800,
			facts: unit(12),
			size: 'smallestQuantity',
			step: 12,
		},
		{
			when: 'a third of a dozen and pieces: not whole dozens',
			asked: 400,
			facts: unit(12),
			step: 12,
		},
		{
			when: 'minutes of an hour cannot be expressed',
			asked: 5_000,
			facts: unit('0.0166667'),
			step: 5_000,
		},
		{ when: 'only whole pieces exist', asked: 3, facts: unit(1, 1, 1), step: 1 },
	])('is $step grains when $when', ({ asked, facts, size, ordered, step }) => {
		expect(
			stepOf({
				asked,
				unit: facts,
				size: size ?? 'wholeUnits',
				ordered: ordered === undefined ? facts.ratio : exact(ordered),
			}),
		).toBe(step);
	});

	it('is always a quantity that both units express exactly', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 10_000 }),
				fc.constantFrom('1', '12', '6', '0.5', '1.5', '7'),
				(asked, ratio) => {
					const facts = unit(ratio);
					const step = stepOf({ asked, unit: facts, size: 'wholeUnits', ordered: facts.ratio });
					if (step >= asked) return;
					const inLineUnit = toLineQuantity(step, facts);
					expect(Math.round(inLineUnit * 100) / 100).toBe(inLineUnit);
					expect(fromLineQuantity(inLineUnit, facts)).toBe(step);
				},
			),
		);
	});
});

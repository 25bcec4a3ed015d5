import fc from 'fast-check';

import {
	add,
	compare,
	divide,
	exact,
	multiply,
	roundTo,
	subtract,
	sum,
	ZERO,
	type Exact,
} from '../../../nodes/shared/core/exact';

describe('exact', () => {
	it.each([
		{ when: 'a decimal is written', value: '12.345', decimals: 2, rounded: 12.35 },
		{ when: 'half a cent is owed', value: '0.005', decimals: 2, rounded: 0.01 },
		{ when: 'half a cent is credited', value: '-0.005', decimals: 2, rounded: -0.01 },
		{ when: 'a float cannot hold the half cent', value: 1.005, decimals: 2, rounded: 1.01 },
		{ when: 'the currency has no decimals', value: '2.5', decimals: 0, rounded: 3 },
		{
			when: 'the number is written with an exponent',
			value: 1e-7,
			decimals: 7,
			rounded: 0.0000001,
		},
		{ when: 'nothing is left', value: '-0.001', decimals: 2, rounded: 0 },
	])('rounds half away from zero when $when', ({ value, decimals, rounded }) => {
		expect(roundTo(exact(value), decimals)).toBe(rounded);
	});

	it.each(['', 'abc', '1,5', 'NaN', 'Infinity', '.'])("refuses '%s'", (text) => {
		expect(() => exact(text)).toThrow(RangeError);
	});

	it('refuses to divide by zero', () => {
		expect(() => divide(exact(1), ZERO)).toThrow(RangeError);
	});
});

const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const amounts = cents.map((value) => exact((value / 100).toFixed(2)));
const same = (a: Exact, b: Exact) => expect(compare(a, b)).toBe(0);

describe('laws', () => {
	it('adding in any order gives the same', () => {
		fc.assert(
			fc.property(fc.array(amounts), (values) => same(sum(values), sum([...values].reverse()))),
		);
	});

	it('subtract undoes add, divide undoes multiply', () => {
		fc.assert(
			fc.property(amounts, amounts, (a, b) => {
				same(subtract(add(a, b), b), a);
				if (compare(b, ZERO) !== 0) same(divide(multiply(a, b), b), a);
			}),
		);
	});

	it('an amount in cents survives being rounded to cents', () => {
		fc.assert(
			fc.property(cents, (value) =>
				expect(roundTo(exact((value / 100).toFixed(2)), 2)).toBeCloseTo(value / 100, 10),
			),
		);
	});

	it('compare agrees with numbers', () => {
		fc.assert(
			fc.property(cents, cents, (a, b) =>
				expect(compare(exact(a), exact(b))).toBe(Math.sign(a - b)),
			),
		);
	});
});

import fc from 'fast-check';

import {
	promise,
	type Receipt,
	type Shortage,
} from '../../../nodes/OdooAllocateStock/core/promise';
import { proposeSubstitutes } from '../../../nodes/OdooAllocateStock/core/substitutes';
import { daysSince, ranksOf } from '../../../nodes/OdooAllocateStock/core/waiting';

const short = (line: number, quantity: number, product = 1): Shortage => ({
	line,
	product,
	place: 1,
	quantity,
});
const comes = (at: string, quantity: number, product = 1): Receipt => ({
	product,
	place: 1,
	at,
	quantity,
});

describe('the expected date', () => {
	it.each([
		{
			when: 'one receipt covers it',
			shortages: [short(1, 3)],
			receipts: [comes('05', 3)],
			dates: { 1: '05' },
		},
		{
			when: 'it takes two',
			shortages: [short(1, 3)],
			receipts: [comes('09', 2), comes('05', 2)],
			dates: { 1: '09' },
		},
		{
			when: 'the first takes it all',
			shortages: [short(1, 3), short(2, 1)],
			receipts: [comes('05', 3)],
			dates: { 1: '05' },
		},
		{
			when: 'a receipt serves two',
			shortages: [short(1, 2), short(2, 1)],
			receipts: [comes('05', 3)],
			dates: { 1: '05', 2: '05' },
		},
		{ when: 'it is not covered', shortages: [short(1, 9)], receipts: [comes('05', 3)], dates: {} },
		{
			when: 'those behind wait for one that is not covered',
			shortages: [short(1, 9), short(2, 1)],
			receipts: [comes('05', 3)],
			dates: {},
		},
		{
			when: 'another product comes',
			shortages: [short(1, 1)],
			receipts: [comes('05', 3, 2)],
			dates: {},
		},
	])('is told when $when', ({ shortages, receipts, dates }) => {
		expect(Object.fromEntries(promise(shortages, receipts))).toEqual(dates);
	});

	it('is never earlier for a line further back, nor promised twice', () => {
		const day = fc.integer({ min: 10, max: 40 }).map(String);
		const receipts = fc.array(fc.tuple(day, fc.integer({ min: 1, max: 9 })), { maxLength: 6 });
		fc.assert(
			fc.property(
				receipts,
				fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
				(coming, wanted) => {
					const dates = promise(
						wanted.map((quantity, line) => short(line, quantity)),
						coming.map(([at, quantity]) => comes(at, quantity)),
					);
					wanted.forEach((_, line) => {
						const at = dates.get(line);
						if (at === undefined) return;
						const promised = wanted.slice(0, line + 1).reduce((sum, one) => sum + one, 0);
						const received = coming
							.filter(([date]) => date <= at)
							.reduce((sum, [, quantity]) => sum + quantity, 0);
						expect(received).toBeGreaterThanOrEqual(promised);
						expect(line === 0 || (dates.get(line - 1) ?? '99') <= at).toBe(true);
					});
				},
			),
		);
	});
});

describe('waiting', () => {
	it('ranks the lines that wait for the same goods', () => {
		expect([...ranksOf([short(7, 1), short(8, 1, 2), short(9, 1)])]).toEqual([
			[7, 1],
			[8, 1],
			[9, 2],
		]);
	});

	it('counts whole days, and none that are still to come', () => {
		expect([daysSince(0, 86_399_999), daysSince(0, 86_400_000), daysSince(86_400_000, 0)]).toEqual([
			0, 1, 0,
		]);
	});
});

describe('a substitute', () => {
	const free = new Map([
		[2, 4],
		[3, 10],
	]);
	const facts = {
		candidatesOf: () => [1, 2, 3, 4],
		freeAt: (_place: number, product: number) => free.get(product) ?? 0,
		convert: (quantity: number, _from: number, to: number) => (to === 4 ? null : quantity),
	};

	it('is the first that replaces all, else the one that replaces most; what is promised is gone', () => {
		const proposals = proposeSubstitutes([short(1, 3), short(2, 4), short(3, 9)], facts);
		expect(Object.fromEntries(proposals)).toEqual({
			1: { product: 2, quantity: 3 },
			2: { product: 3, quantity: 4 },
			3: { product: 3, quantity: 6 },
		});
	});

	it('is not proposed where nothing is free or the units do not compare', () => {
		expect(
			proposeSubstitutes([short(1, 3)], { ...facts, candidatesOf: () => [1, 4, 5] }).size,
		).toBe(0);
	});
});

import fc from 'fast-check';

import {
	entryOf,
	groupBy,
	groupValues,
	indexBy,
	recordOf,
	unique,
} from '../../../nodes/shared/core/collections';

describe('a group', () => {
	it('loses nothing, mixes nothing, and keeps the order', () =>
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (items) => {
				const groups = groupBy(items, (item) => item % 3);
				for (const [key, group] of groups)
					expect(group).toEqual(items.filter((item) => item % 3 === key));
				expect([...groups.keys()]).toEqual(unique(items.map((item) => item % 3)));
			}),
		));

	it('holds what is taken from its items', () =>
		expect(
			groupValues(
				['a1', 'b2', 'a3'],
				([key]) => key,
				([, value]) => value,
			),
		).toEqual(
			new Map([
				['a', ['1', '3']],
				['b', ['2']],
			]),
		));
});

describe('a table', () => {
	it('has the last of several with one key', () =>
		expect(indexBy(['a1', 'a2'], ([key]) => key)).toEqual(new Map([['a', 'a2']])));

	it('has nothing that every object inherits', () => {
		expect(entryOf({ a: 1 }, 'a')).toBe(1);
		expect(entryOf<number>({ a: 1 }, 'constructor')).toBeUndefined();
		expect(entryOf<number>({ a: 1 }, '__proto__')).toBeUndefined();
	});

	it('is made of items with keys of their own', () =>
		expect(
			recordOf(
				['a', 'b'] as const,
				(key) => key,
				(key) => `${key}!`,
			),
		).toEqual({
			a: 'a!',
			b: 'b!',
		}));
});

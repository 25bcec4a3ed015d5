import fc from 'fast-check';

import {
	addDays,
	dayIn,
	daysBetween,
	endOfMonth,
	shifted,
	toIso,
	toOdooTime,
	weekdayOf,
	wholeDays,
	DAY_MS,
} from '../../../nodes/shared/core/time';

const day = fc
	.date({ min: new Date('1970-01-01'), max: new Date('2900-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

describe('a day', () => {
	it.each([
		['2028-02-28', 1, '2028-02-29'],
		['2027-02-28', 1, '2027-03-01'],
		['2000-02-28', 1, '2000-02-29'],
		['2100-02-28', 1, '2100-03-01'],
		['2026-01-01', -1, '2025-12-31'],
		['2026-03-28', 2, '2026-03-30'],
		['9999-12-30', 1, '9999-12-31'],
		['9999-12-31', 1, '9999-12-31'],
		['2026-01-01', 10_000_000, '9999-12-31'],
	])('%s, %i days on, is %s', (from, days, to) => expect(addDays(from, days)).toBe(to));

	it('comes back by as many days as it went', () =>
		fc.assert(
			fc.property(day, fc.integer({ min: -3000, max: 3000 }), (from, days) => {
				expect(daysBetween(from, addDays(from, days))).toBe(days);
				expect((weekdayOf(from) + days + 7_000) % 7).toBe(weekdayOf(addDays(from, days)));
			}),
		));

	it.each([
		['2028-02-01', '2028-02-29'],
		['2027-02-28', '2027-02-28'],
		['2026-12-31', '2026-12-31'],
		['2026-04-30', '2026-04-30'],
	])('%s is in the month that ends on %s', (from, to) => expect(endOfMonth(from)).toBe(to));

	it('is refused when it is none', () => {
		expect(() => addDays('2026-13-01', 1)).toThrow(RangeError);
		expect(() => addDays('', 1)).toThrow(RangeError);
	});

	it.each([
		['Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29'],
		['Europe/Berlin', '2026-10-25T22:59:59Z', '2026-10-25'],
		['Asia/Tokyo', '2026-12-31T15:00:00Z', '2027-01-01'],
		['America/Los_Angeles', '2026-01-01T07:59:59Z', '2025-12-31'],
		['UTC', '9999-12-31T23:59:59Z', '9999-12-31'],
	])('in %s at %s is %s', (zone, moment, expected) => expect(dayIn(zone, moment)).toBe(expected));
});

describe("Odoo's time", () => {
	it('is UTC, to the second', () => {
		expect(toOdooTime(new Date('2026-11-25T14:05:59.999Z'))).toBe('2026-11-25 14:05:59');
		expect(toIso('2026-11-25 14:05:59')).toBe('2026-11-25T14:05:59Z');
		expect(toIso(null)).toBeNull();
	});

	it('is moved across the end of a year, and over a change of the clocks as if there were none', () => {
		expect(shifted('2026-12-31 23:59:59', 1)).toBe('2027-01-01 00:00:00');
		expect(shifted('2026-03-29 00:30:00', 7200)).toBe('2026-03-29 02:30:00');
		expect(() => shifted('soon', 1)).toThrow(RangeError);
	});

	it('counts whole days only', () => {
		expect(wholeDays(0, DAY_MS - 1)).toBe(0);
		expect(wholeDays(0, DAY_MS)).toBe(1);
		expect(wholeDays(1, 0)).toBe(-1);
	});
});

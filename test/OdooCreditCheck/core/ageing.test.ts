import { roundTo } from '../../../nodes/shared/core/exact';
import { daysBetween } from '../../../nodes/shared/core/time';
import { ageingOf, overdueFrom } from '../../../nodes/OdooCreditCheck/core/ageing';
import type { OpenItem } from '../../../nodes/OdooCreditCheck/core/account';
import { daysAgo, draft, owed, TODAY } from './builders';

const figures = (items: readonly OpenItem[]) => {
	const { buckets, unapplied, total, overdue, oldestOverdueDays } = ageingOf(items, TODAY);
	const filled = Object.entries(buckets).filter(([, amount]) => amount.numerator !== 0n);
	return {
		...Object.fromEntries(filled.map(([name, amount]) => [name, roundTo(amount, 2)])),
		unapplied: roundTo(unapplied, 2),
		total: roundTo(total, 2),
		overdue: roundTo(overdue, 2),
		oldestOverdueDays,
	};
};

describe('a debt of 10 falls into the bucket of its age', () => {
	it.each([
		{ days: -1, bucket: 'current' },
		{ days: 0, bucket: 'current' },
		{ days: 1, bucket: 'days1to30' },
		{ days: 30, bucket: 'days1to30' },
		{ days: 31, bucket: 'days31to60' },
		{ days: 60, bucket: 'days31to60' },
		{ days: 61, bucket: 'days61to90' },
		{ days: 90, bucket: 'days61to90' },
		{ days: 91, bucket: 'over90' },
		{ days: 4_000, bucket: 'over90' },
	])('$days days overdue: $bucket', ({ days, bucket }) => {
		expect(figures([owed(10, days)])).toMatchObject({
			[bucket]: 10,
			total: 10,
			overdue: days > 0 ? 10 : 0,
			oldestOverdueDays: Math.max(0, days),
		});
	});

	it('is not overdue without a due date', () => {
		expect(figures([{ state: 'posted', amount: 10, dueOn: null }])).toMatchObject({
			current: 10,
			overdue: 0,
		});
	});
});

describe('credits and payments', () => {
	it('are set against the oldest debts first', () => {
		expect(figures([owed(100, 5), owed(100, 95), owed(-150, 0)])).toEqual({
			days1to30: 50,
			unapplied: 0,
			total: 50,
			overdue: 50,
			oldestOverdueDays: 5,
		});
	});

	it('stay as unapplied credit when nothing is owed', () => {
		expect(figures([owed(100, 5), owed(-130, 0)])).toEqual({
			unapplied: -30,
			total: -30,
			overdue: 0,
			oldestOverdueDays: 0,
		});
	});
});

it('leaves draft invoices to their own figure', () => {
	expect(figures([draft(500)])).toMatchObject({ total: 0 });
});

it('counts days over a change of the clocks', () => {
	expect(daysBetween('2026-10-20', '2026-10-30')).toBe(10);
	expect(daysBetween(daysAgo(400), TODAY)).toBe(400);
});

describe('a minimum', () => {
	it.each([
		{ minimum: 0, days: 60, amount: 500.02 },
		{ minimum: 0.02, days: 60, amount: 500.02 },
		{ minimum: 1, days: 5, amount: 500.02 },
		{ minimum: 501, days: 0, amount: 0 },
	])('of $minimum joins age and amount: $days days', ({ minimum, days, amount }) => {
		const found = overdueFrom(ageingOf([owed(0.02, 60), owed(500, 5)], TODAY), minimum);
		expect({ days: found.days, amount: roundTo(found.amount, 2) }).toEqual({ days, amount });
	});
});

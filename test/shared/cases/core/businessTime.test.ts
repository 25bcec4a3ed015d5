import fc from 'fast-check';

import {
	addWorkingMinutes,
	endOfWork,
	type WorkCalendar,
} from '../../../../nodes/shared/cases/core/businessTime';
import { addDays, weekdayOf } from '../../../../nodes/shared/core/time';
import { clockIn } from '../../../../nodes/shared/core/zonedTime';

/** The other way round than the product: each day's hours, cut to the span. */
const workingMinutesBetween = (calendar: WorkCalendar, from: number, to: number): number => {
	const clock = clockIn(calendar.timeZone);
	const last = clock.toLocal(to).date;
	let total = 0;
	for (let date = clock.toLocal(from).date; date <= last; date = addDays(date, 1)) {
		const isFree = !calendar.weekdays.includes(weekdayOf(date)) || calendar.holidays.includes(date);
		const opens = Math.max(from, clock.toEpoch(date, calendar.startsAt));
		const closes = Math.min(to, clock.toEpoch(date, calendar.endsAt));
		if (!isFree) total += Math.max(0, closes - opens);
	}
	return total / 60_000;
};

const office: WorkCalendar = {
	timeZone: 'Europe/Berlin',
	weekdays: [1, 2, 3, 4, 5],
	startsAt: 9 * 60,
	endsAt: 17 * 60,
	holidays: [],
};
const due = (from: string, hours: number, calendar: Partial<WorkCalendar> = {}) => {
	const whole = { ...office, ...calendar };
	return clockIn(whole.timeZone).toIso(addWorkingMinutes(whole, Date.parse(from), hours * 60));
};

describe('a deadline in working hours', () => {
	it.each([
		{
			when: 'the day is long enough',
			from: '2026-11-23T09:00:00Z',
			hours: 4,
			at: '2026-11-23T14:00:00+01:00',
		},
		{
			when: 'it goes over night',
			from: '2026-11-23T15:00:00Z',
			hours: 4,
			at: '2026-11-24T12:00:00+01:00',
		},
		{
			when: 'it fills the day exactly',
			from: '2026-11-23T08:00:00Z',
			hours: 8,
			at: '2026-11-23T17:00:00+01:00',
		},
		{
			when: 'it begins before work',
			from: '2026-11-23T03:00:00Z',
			hours: 1,
			at: '2026-11-23T10:00:00+01:00',
		},
		{
			when: 'it begins after work',
			from: '2026-11-23T20:00:00Z',
			hours: 1,
			at: '2026-11-24T10:00:00+01:00',
		},
		{
			when: 'it begins on a Saturday',
			from: '2026-11-21T12:00:00Z',
			hours: 2,
			at: '2026-11-23T11:00:00+01:00',
		},
		{
			when: 'it goes over a weekend',
			from: '2026-11-20T15:30:00Z',
			hours: 2,
			at: '2026-11-23T10:30:00+01:00',
		},
		{
			when: 'a holiday lies between',
			from: '2026-12-24T15:00:00Z',
			hours: 2,
			at: '2026-12-28T10:00:00+01:00',
			calendar: { holidays: ['2026-12-25'] },
		},
		{
			when: 'it begins on a holiday',
			from: '2026-12-25T10:00:00Z',
			hours: 1,
			at: '2026-12-28T10:00:00+01:00',
			calendar: { holidays: ['2026-12-25'] },
		},
		{
			when: 'it takes weeks',
			from: '2026-11-23T08:00:00Z',
			hours: 80,
			at: '2026-12-04T17:00:00+01:00',
		},
		{
			when: 'clocks go back in between',
			from: '2026-10-23T13:00:00Z',
			hours: 4,
			at: '2026-10-26T11:00:00+01:00',
		},
		{
			when: 'clocks go forward in the night shift',
			from: '2026-03-29T00:30:00Z',
			hours: 1,
			at: '2026-03-29T03:30:00+02:00',
			calendar: { weekdays: [0], startsAt: 0, endsAt: 24 * 60 },
		},
		{
			when: 'the zone is far west',
			from: '2026-11-23T01:00:00Z',
			hours: 1,
			at: '2026-11-23T10:00:00-08:00',
			calendar: { timeZone: 'America/Los_Angeles' },
		},
		{
			when: 'the zone is half an hour off',
			from: '2026-11-23T00:00:00Z',
			hours: 1,
			at: '2026-11-23T10:00:00+05:30',
			calendar: { timeZone: 'Asia/Kolkata' },
		},
		{
			when: 'work lasts around the clock',
			from: '2026-11-23T22:00:00Z',
			hours: 3,
			at: '2026-11-24T02:00:00+01:00',
			calendar: { startsAt: 0, endsAt: 24 * 60 },
		},
	])('falls on $at when $when', ({ from, hours, at, calendar }) =>
		expect(due(from, hours, calendar)).toBe(at),
	);

	it('is never lost: a calendar that never opens counts real time', () => {
		const closed = { ...office, weekdays: [] };
		expect(addWorkingMinutes(closed, 0, 60)).toBe(3_600_000);
	});
});

describe('the end of work', () => {
	it('is that of the day, or midnight on a free day', () => {
		const clock = clockIn(office.timeZone);
		expect(clock.toIso(endOfWork(office, '2026-11-23'))).toBe('2026-11-23T17:00:00+01:00');
		expect(clock.toIso(endOfWork(office, '2026-11-22'))).toBe('2026-11-23T00:00:00+01:00');
	});
});

const zones = fc.constantFrom(
	'UTC',
	'Europe/Berlin',
	'America/New_York',
	'Asia/Kolkata',
	'Australia/Lord_Howe',
	'Pacific/Apia',
);
const calendars = fc
	.record({
		timeZone: zones,
		weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
		hours: fc
			.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
			.filter(([from, to]) => from + 30 < to),
		holidays: fc.array(
			fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`),
			{ maxLength: 5 },
		),
	})
	.map(({ hours: [startsAt, endsAt], ...rest }): WorkCalendar => ({ ...rest, startsAt, endsAt }));
const moments = fc
	.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
	.map((date) => date.getTime());
const minutes = fc.integer({ min: 1, max: 2_000 });

describe('laws of working time', () => {
	it('between the opening and the deadline lies exactly the service level', () => {
		fc.assert(
			fc.property(calendars, moments, minutes, (calendar, from, level) => {
				expect(
					workingMinutesBetween(calendar, from, addWorkingMinutes(calendar, from, level)),
				).toBeCloseTo(level, 6);
			}),
			{ numRuns: 150 },
		);
	});

	it('a deadline is within working hours', () => {
		fc.assert(
			fc.property(calendars, moments, minutes, (calendar, from, level) => {
				const at = addWorkingMinutes(calendar, from, level);
				const { date } = clockIn(calendar.timeZone).toLocal(at - 1);
				expect(calendar.weekdays).toContain(weekdayOf(date));
				expect(calendar.holidays).not.toContain(date);
			}),
			{ numRuns: 150 },
		);
	});

	it('two levels after each other are one', () => {
		fc.assert(
			fc.property(calendars, moments, minutes, minutes, (calendar, from, one, two) => {
				expect(addWorkingMinutes(calendar, addWorkingMinutes(calendar, from, one), two)).toBe(
					addWorkingMinutes(calendar, from, one + two),
				);
			}),
			{ numRuns: 150 },
		);
	});

	it('who opens later is never due earlier', () => {
		fc.assert(
			fc.property(
				calendars,
				moments,
				fc.integer({ min: 0, max: 10 ** 8 }),
				minutes,
				(calendar, from, wait, level) => {
					expect(addWorkingMinutes(calendar, from + wait, level)).toBeGreaterThanOrEqual(
						addWorkingMinutes(calendar, from, level),
					);
				},
			),
			{ numRuns: 150 },
		);
	});

	it('a wall clock read is a wall clock written, but for the hour that daylight saving skips', () => {
		fc.assert(
			fc.property(zones, moments, (timeZone, at) => {
				const clock = clockIn(timeZone);
				const { date, minute } = clock.toLocal(at);
				expect(clock.toLocal(clock.toEpoch(date, minute))).toEqual({ date, minute });
				expect(Date.parse(clock.toIso(at))).toBe(Math.floor(at / 1000) * 1000);
			}),
			{ numRuns: 300 },
		);
	});
});

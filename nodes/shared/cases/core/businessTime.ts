import { addDays, weekdayOf } from '../../core/time';
import { clockIn, type Clock } from '../../core/zonedTime';

/** When people work. At least one weekday and a day that begins before it ends: the edge makes sure. */
export interface WorkCalendar {
	/** IANA name. */
	readonly timeZone: string;
	/** 0 Sunday to 6 Saturday. */
	readonly weekdays: readonly number[];
	/** Minutes after midnight. */
	readonly startsAt: number;
	readonly endsAt: number;
	/** `YYYY-MM-DD` in the time zone. */
	readonly holidays: readonly string[];
}

interface Window {
	readonly from: number;
	readonly to: number;
}

/** Ten years without an open day means a calendar that never opens. */
const LONGEST_SEARCH_DAYS = 3_660;

/**
 * The moment when this many working minutes have passed since the start. A start outside working hours counts from
 * the next opening. Minutes are real ones: on a day that daylight saving shortens, fewer fit.
 * @param start epoch milliseconds
 */
export const addWorkingMinutes = (
	calendar: WorkCalendar,
	start: number,
	minutes: number,
): number => {
	const clock = clockIn(calendar.timeZone);
	const firstDay = clock.toLocal(start).date;
	let left = minutes * 60_000;
	for (let day = 0; day < LONGEST_SEARCH_DAYS; day += 1) {
		const window = windowOf(calendar, clock, addDays(firstDay, day));
		if (!window) continue;
		const from = Math.max(window.from, start);
		const open = window.to - from;
		if (open > 0 && left <= open) return from + left;
		left -= Math.max(open, 0);
	}
	return start + minutes * 60_000;
};

/** The end of work on that date; on a free day midnight. */
export const endOfWork = (calendar: WorkCalendar, date: string): number => {
	const clock = clockIn(calendar.timeZone);
	return windowOf(calendar, clock, date)?.to ?? clock.toEpoch(addDays(date, 1), 0);
};

const windowOf = (calendar: WorkCalendar, clock: Clock, date: string): Window | null =>
	calendar.weekdays.includes(weekdayOf(date)) && !calendar.holidays.includes(date)
		? { from: clock.toEpoch(date, calendar.startsAt), to: clock.toEpoch(date, calendar.endsAt) }
		: null;

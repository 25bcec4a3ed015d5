/** The calendar and clock arithmetic of the whole package. A moment is epoch milliseconds, a `Date` or ISO 8601 text. */

import { kept } from './kept';

/** `YYYY-MM-DD` */
export type Day = string;

/** Odoo's naive UTC time, `YYYY-MM-DD HH:MM:SS`. Two of them compare as text. */
export type OdooTime = string;

export const DAY_MS = 86_400_000;
export const DAY_SECONDS = 86_400;

const midnight = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** Odoo's last day, which stands for "never": nothing comes after it, and later years have no four digits. */
const LAST_MIDNIGHT = midnight('9999-12-31');

/** Later by this number of days, earlier when negative. @throws RangeError for what is not a day */
export const addDays = (day: Day, days: number): Day =>
	new Date(Math.min(midnight(day) + days * DAY_MS, LAST_MIDNIGHT)).toISOString().slice(0, 10);

/** Calendar days from one to the other, negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
	Math.round((midnight(to) - midnight(from)) / DAY_MS);

const iso = (time: OdooTime): string => `${time.replace(' ', 'T')}Z`;

/** 0 Sunday to 6 Saturday. */
export const weekdayOf = (day: Day): number => new Date(midnight(day)).getUTCDay();

/** The last day of the day's month. */
export const endOfMonth = (day: Day): Day => {
	const [year = 0, month = 0] = day.split('-').map(Number);
	return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};

/** Whole days that passed between two moments, in milliseconds; negative when the second is earlier. */
export const wholeDays = (from: number, to: number): number => Math.floor((to - from) / DAY_MS);

/** Odoo's naive UTC time as ISO 8601. */
export const toIso = (time: OdooTime | null): string | null => (time ? iso(time) : null);

/** Odoo's naive UTC time, without a part of a second. */
export const toOdooTime = (time: Date): OdooTime =>
	time.toISOString().slice(0, 19).replace('T', ' ');

/** Moved by this number of seconds, back when negative. @throws RangeError for what is not a time */
export const shifted = (time: OdooTime, seconds: number): OdooTime =>
	toOdooTime(new Date(Date.parse(iso(time)) + seconds * 1000));

export const laterOf = (a: OdooTime, b: OdooTime): OdooTime => (a > b ? a : b);

/** The calendar day there at that moment. @param timeZone IANA name */
export const dayIn = (timeZone: string, moment: string | Date): Day =>
	daysIn(timeZone).format(new Date(moment));

const daysIn = kept(
	(timeZone: string) =>
		new Intl.DateTimeFormat('en-CA', {
			timeZone,
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
		}),
);

import { DateTime } from 'luxon';

/** The calendar day there at that moment, `YYYY-MM-DD`. */
export const dayIn = (timeZone: string, now: Date): string =>
	DateTime.fromJSDate(now, { zone: timeZone }).toISODate() ?? now.toISOString().slice(0, 10);

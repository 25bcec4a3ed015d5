/** The calendar date at that moment in a time zone, `YYYY-MM-DD`. */
export const todayIn = (now: Date, timeZone: string): string =>
	new Intl.DateTimeFormat('en-CA', {
		timeZone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
	}).format(now);

const DAY_MS = 86_400_000;

/** `YYYY-MM-DD`, some days later or earlier. */
export const addDays = (date: string, days: number): string =>
	new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

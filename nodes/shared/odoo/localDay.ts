/** The calendar day there at that moment, `YYYY-MM-DD`. @param time ISO 8601 or a Date @param timeZone IANA name */
export const localDay = (timeZone: string, time: string | Date): string =>
	new Intl.DateTimeFormat('en-CA', {
		timeZone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
	}).format(new Date(time));

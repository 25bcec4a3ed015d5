import { IANAZone } from 'luxon';
import { z } from 'zod';

import type { WorkCalendar } from '../shared/cases/core/businessTime';
import { addDays } from '../shared/core/time';

const clockTime = z
	.string()
	.trim()
	.regex(/^([01]?\d|2[0-3]):[0-5]\d$|^24:00$/, 'write it as hours and minutes, for example 08:30')
	.transform((text) => {
		const [hours, minutes] = text.split(':').map(Number);
		return (hours ?? 0) * 60 + (minutes ?? 0);
	});

/** Date pickers send a time with the date; only the date counts. Empty stays empty. */
const day = z.preprocess(
	(value) => String(value ?? '').slice(0, 10),
	z.string().refine((date) => date === '' || isDate(date), 'choose a date'),
);

const isDate = (text: string): boolean =>
	/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

const holiday = z
	.object({ from: day, to: day })
	.refine(({ from, to }) => to === '' || from <= to, 'the last day lies before the first');

export const calendarFields = z.object({
	timeZone: z
		.string()
		.trim()
		.refine(
			(name) => IANAZone.isValidZone(name),
			'there is no such time zone; write it like Europe/Berlin',
		),
	workingDays: z.array(z.number().int().min(0).max(6)).min(1, 'choose at least one day'),
	workStarts: clockTime,
	workEnds: clockTime,
	holidays: z.object({ days: z.array(holiday).default([]) }),
});

export const toCalendar = ({
	timeZone,
	workingDays,
	workStarts,
	workEnds,
	holidays,
}: z.output<typeof calendarFields>): WorkCalendar => ({
	timeZone,
	weekdays: workingDays,
	startsAt: workStarts,
	endsAt: workEnds,
	holidays: holidays.days.flatMap(({ from, to }) => daysBetween(from, to || from)),
});

const LONGEST_HOLIDAY_DAYS = 366;

const daysBetween = (from: string, to: string): string[] => {
	if (from === '') return [];
	const days = Array.from({ length: LONGEST_HOLIDAY_DAYS }, (_, index) => addDays(from, index));
	return days.filter((date) => date <= to);
};

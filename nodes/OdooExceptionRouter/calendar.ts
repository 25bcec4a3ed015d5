import { IANAZone } from 'luxon';

import type { WorkCalendar } from '../shared/cases/core/businessTime';
import { addDays, daysBetween, type Day } from '../shared/core/time';
import { UnusableSetting, type Setting, type Values } from '../shared/n8n/settings/setting';
import { holidays, timeZone, workEnds, type calendarSettings } from './properties/calendar';

type CalendarValues = Values<typeof calendarSettings>;

/**
 * @param workflowZone counts where the node names no zone
 * @throws UnusableSetting for a zone that does not exist, and for hours or holidays that end before they begin
 */
export const calendarOf = (values: CalendarValues, workflowZone: string): WorkCalendar => {
	const zone = values.timeZone || workflowZone;
	if (!IANAZone.isValidZone(zone))
		throw unusable(timeZone, 'there is no such time zone; write it like Europe/Berlin');
	if (values.workStarts >= values.workEnds)
		throw unusable(workEnds, 'work has to end after it starts');
	return {
		timeZone: zone,
		weekdays: values.workingDays,
		startsAt: values.workStarts,
		endsAt: values.workEnds,
		holidays: values.holidays.flatMap(daysOf),
	};
};

const unusable = ({ property }: Setting, why: string): UnusableSetting =>
	new UnusableSetting([property.displayName], why);

const LONGEST_HOLIDAY_DAYS = 366;

const daysOf = ({ from, to }: CalendarValues['holidays'][number]): Day[] => {
	if (from === null) return [];
	const after = daysBetween(from, to ?? from);
	if (after < 0) throw unusable(holidays, 'the last day is before the first');
	const count = Math.min(after + 1, LONGEST_HOLIDAY_DAYS);
	return Array.from({ length: count }, (_, index) => addDays(from, index));
};

import type { WorkCalendar } from '../shared/cases/core/businessTime';
import { addDays, daysBetween, type Day } from '../shared/core/time';
import { UnusableSetting, type Values } from '../shared/n8n/settings/setting';
import { holidays as holidaysSetting, workEnds as workEndsSetting } from './properties/calendar';
import type { calendarSettings } from './properties/calendar';

type CalendarValues = Values<typeof calendarSettings>;

/**
 * @param workflowZone counts where the node names no zone
 * @throws UnusableSetting for hours or holidays that end before they begin
 */
export const calendarOf = (
	{ timeZone, workingDays, workStarts, workEnds, holidays }: CalendarValues,
	workflowZone: string,
): WorkCalendar => {
	if (workStarts >= workEnds)
		throw new UnusableSetting(
			[workEndsSetting.property.displayName],
			'work has to end after it starts',
		);
	return {
		timeZone: timeZone || workflowZone,
		weekdays: workingDays,
		startsAt: workStarts,
		endsAt: workEnds,
		holidays: holidays.flatMap(daysOf),
	};
};

const LONGEST_HOLIDAY_DAYS = 366;

const daysOf = ({ from, to }: CalendarValues['holidays'][number]): Day[] => {
	if (from === null) return [];
	const after = daysBetween(from, to ?? from);
	if (after < 0)
		throw new UnusableSetting(
			[holidaysSetting.property.displayName],
			'the last day is before the first',
		);
	const count = Math.min(after + 1, LONGEST_HOLIDAY_DAYS);
	return Array.from({ length: count }, (_, index) => addDays(from, index));
};

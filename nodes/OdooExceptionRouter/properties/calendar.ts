import { z } from 'zod';

import { rowsSetting } from '../../shared/n8n/settings/groups';
import { daySetting } from '../../shared/n8n/settings/kinds';
import { readBy } from '../../shared/n8n/settings/setting';

/** IANA name; empty for the workflow's own, and so is an expression that finds none. */
export const timeZone = readBy(
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'string',
		default: '',
		placeholder: 'e.g. Europe/Berlin',
		description: "Time zone of the working hours; leave empty for the workflow's time zone",
	},
	z
		.string({ invalid_type_error: 'it has to be text' })
		.nullable()
		.transform((zone) => zone?.trim() ?? ''),
);

const workingDays = readBy(
	{
		displayName: 'Working Days',
		name: 'workingDays',
		type: 'multiOptions',
		options: [
			{ name: 'Friday', value: 5 },
			{ name: 'Monday', value: 1 },
			{ name: 'Saturday', value: 6 },
			{ name: 'Sunday', value: 0 },
			{ name: 'Thursday', value: 4 },
			{ name: 'Tuesday', value: 2 },
			{ name: 'Wednesday', value: 3 },
		],
		default: [1, 2, 3, 4, 5],
		description: 'The days that count towards a deadline',
	},
	z
		.array(z.number().int().min(0).max(6), { invalid_type_error: 'choose at least one day' })
		.min(1, 'choose at least one day'),
);

/** Minutes after midnight. */
const timeOfDay = z
	.string({ invalid_type_error: 'write it as hours and minutes, for example 08:30' })
	.trim()
	.regex(/^([01]?\d|2[0-3]):[0-5]\d$|^24:00$/, 'write it as hours and minutes, for example 08:30')
	.transform((text) => {
		const [hours, minutes] = text.split(':').map(Number);
		return (hours ?? 0) * 60 + (minutes ?? 0);
	});

const workStarts = readBy(
	{
		displayName: 'Work Starts',
		name: 'workStarts',
		type: 'string',
		default: '09:00',
		placeholder: 'e.g. 08:30',
		description: 'Hours and minutes on a 24-hour clock',
	},
	timeOfDay,
);

export const workEnds = readBy(
	{
		displayName: 'Work Ends',
		name: 'workEnds',
		type: 'string',
		default: '17:00',
		placeholder: 'e.g. 17:30',
		description: 'Hours and minutes on a 24-hour clock',
	},
	timeOfDay,
);

const firstDay = daySetting({
	displayName: 'First Day',
	name: 'from',
	type: 'dateTime',
	default: '',
});
const lastDay = daySetting({
	displayName: 'Last Day',
	name: 'to',
	type: 'dateTime',
	default: '',
	description: 'Leave empty for a single day',
});

export const holidays = rowsSetting(
	{
		displayName: 'Holidays',
		name: 'holidays',
		type: 'fixedCollection',
		default: {},
		placeholder: 'Add Holiday',
		description: 'Days that do not count towards a deadline',
	},
	{ name: 'days', displayName: 'Holiday' },
	[firstDay, lastDay],
);

export const calendarSettings = [timeZone, workingDays, workStarts, workEnds, holidays] as const;

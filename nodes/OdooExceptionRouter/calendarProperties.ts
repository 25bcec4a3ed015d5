import type { INodeProperties } from 'n8n-workflow';

export const calendarProperties: INodeProperties[] = [
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'string',
		default: '',
		placeholder: 'e.g. Europe/Berlin',
		description: "Where the working hours are; empty means the workflow's time zone",
	},
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
	{
		displayName: 'Work Starts',
		name: 'workStarts',
		type: 'string',
		default: '09:00',
		placeholder: 'e.g. 08:30',
		description: 'Hours and minutes, on a clock of 24 hours',
	},
	{
		displayName: 'Work Ends',
		name: 'workEnds',
		type: 'string',
		default: '17:00',
		placeholder: 'e.g. 17:30',
		description: 'Hours and minutes, on a clock of 24 hours',
	},
	{
		displayName: 'Holidays',
		name: 'holidays',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Holiday',
		default: {},
		description: 'Days that do not count towards a deadline',
		options: [
			{
				displayName: 'Holiday',
				name: 'days',
				values: [
					{ displayName: 'First Day', name: 'from', type: 'dateTime', default: '' },
					{
						displayName: 'Last Day',
						name: 'to',
						type: 'dateTime',
						default: '',
						description: 'Empty for a single day',
					},
				],
			},
		],
	},
];

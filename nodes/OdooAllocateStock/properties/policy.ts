import { rowsSetting } from '../../shared/n8n/settings/groups';
import { choiceSetting } from '../../shared/n8n/settings/kinds';
import { BY_DATE, CRITERIA } from '../core/criteria';
import { POLICIES } from '../core/policies';
import { choicesOf } from './choices';

export const policy = choiceSetting({
	displayName: 'Policy',
	name: 'policy',
	type: 'options',
	noDataExpression: true,
	options: choicesOf(POLICIES),
	default: 'priority',
	description: 'Who gets the stock when there is not enough for everyone',
});

const criterion = choiceSetting({
	displayName: 'By',
	name: 'criterion',
	type: 'options',
	options: choicesOf(CRITERIA),
	default: 'requestedDate',
});

const sortedByChoice = Object.values(POLICIES).flatMap(({ code, sortedBy }) =>
	sortedBy === null ? [code] : [],
);

export const criteria = rowsSetting(
	{
		displayName: 'Importance',
		name: 'criteria',
		type: 'fixedCollection',
		typeOptions: { sortable: true },
		placeholder: 'Add Criterion',
		default: { by: BY_DATE.map((by) => ({ criterion: by })) },
		displayOptions: { show: { policy: sortedByChoice } },
		description:
			'What makes an order more important, strongest first. Ties are decided by date, then by ID.',
	},
	{ displayName: 'Criterion', name: 'by' },
	[criterion],
);

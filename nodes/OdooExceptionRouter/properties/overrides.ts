import { z } from 'zod';

import { OWNER_ROLES, ROLE_NAMES, type OwnerRole } from '../../shared/cases/core/roles';
import { isCaseCode } from '../../shared/cases/core/taxonomy';
import type { Severity } from '../../shared/cases/core/taxonomy/caseType';
import { rowsSetting } from '../../shared/n8n/settings/groups';
import { choiceSetting, numberSetting } from '../../shared/n8n/settings/kinds';
import { readBy } from '../../shared/n8n/settings/setting';
import { caseOptions } from './cases';

const roles = [
	{ name: 'Default', value: 'builtIn' as const },
	...OWNER_ROLES.map((value) => ({ name: ROLE_NAMES[value], value })),
].sort((a, b) => a.name.localeCompare(b.name));

const code = readBy(
	{
		displayName: 'Case',
		name: 'code',
		type: 'options',
		options: caseOptions,
		default: 'OTHER',
	},
	z
		.string({ invalid_type_error: 'choose one of the cases' })
		.refine(isCaseCode, 'choose one of the cases'),
);

/** `builtIn` is older than the word Default. */
const owner = choiceSetting<'owner', OwnerRole | 'builtIn'>({
	displayName: 'Owner Role',
	name: 'owner',
	type: 'options',
	options: roles,
	default: 'builtIn',
});

const severity = choiceSetting<'severity', Severity | 'builtIn'>({
	displayName: 'Severity',
	name: 'severity',
	type: 'options',
	options: [
		{ name: 'Critical', value: 'critical' },
		{ name: 'Default', value: 'builtIn' },
		{ name: 'High', value: 'high' },
		{ name: 'Low', value: 'low' },
		{ name: 'Medium', value: 'medium' },
	],
	default: 'builtIn',
});

/** A year of days and nights: what is longer never comes due. */
const LONGEST_SLA_HOURS = 8_760;

const slaHours = numberSetting({
	displayName: 'Working Hours to Deadline',
	name: 'slaHours',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: LONGEST_SLA_HOURS },
	default: 0,
	description: "Working hours from opening to the deadline; 0 means the case's default",
});

export const overrides = rowsSetting(
	{
		displayName: 'Overrides',
		name: 'overrides',
		type: 'fixedCollection',
		default: {},
		placeholder: 'Add Override',
		description: 'Cases that need another owner, severity or deadline than the default',
	},
	{ name: 'rules', displayName: 'Override' },
	[code, owner, severity, slaHours],
);

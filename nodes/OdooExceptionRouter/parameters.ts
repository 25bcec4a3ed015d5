import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import type { CaseOverride, CasePolicy } from '../shared/cases/core/case';
import { OWNER_ROLES } from '../shared/cases/core/roles';
import { isCaseCode } from '../shared/cases/core/taxonomy';
import { SEVERITIES } from '../shared/cases/core/taxonomy/caseType';
import type { OwnerRules } from '../shared/cases/core/candidates';
import { calendarFields, toCalendar } from './calendarParameters';
import { readOwnerRules } from './ownerParameters';
import { refusal } from './refusal';

const SOURCES = [
	'auto',
	'failure',
	'credit',
	'allocation',
	'invoice',
	'classification',
	'named',
] as const;
export type Source = (typeof SOURCES)[number];

/** What makes an item an exception. */
export interface SignParameters {
	readonly source: Source;
	readonly caseCode: string;
	readonly explanation: string;
}

export interface RouterParameters extends SignParameters {
	readonly policy: CasePolicy;
	readonly owners: OwnerRules;
	readonly writes: boolean;
	readonly notifiesOwner: boolean;
}

const builtIn = z.literal('builtIn').transform(() => undefined);

const rule = z.object({
	code: z.string().refine(isCaseCode, 'choose one of the cases'),
	owner: z.union([builtIn, z.enum(OWNER_ROLES)]),
	severity: z.union([builtIn, z.enum(SEVERITIES)]),
	slaHours: z.number().nonnegative(),
});

const shape = z.object({
	...calendarFields.shape,
	source: z.enum(SOURCES),
	caseCode: z.string(),
	explanation: z.string(),
	highValueFrom: z.number().nonnegative(),
	overrides: z.object({ rules: z.array(rule).default([]) }),
	notifyOwner: z.boolean(),
	dryRun: z.boolean(),
});

/** What the node is set to for this item. @throws NodeOperationError that names the parameter to correct */
export const readParameters = (context: IExecuteFunctions, itemIndex: number): RouterParameters => {
	const raw = Object.fromEntries(
		Object.keys(shape.shape).map((name) => [name, context.getNodeParameter(name, itemIndex, '')]),
	);
	const read = shape.safeParse({ ...raw, timeZone: raw.timeZone || context.getTimezone() });
	const issue = read.error?.issues[0];
	if (!read.success)
		throw refusal(context, itemIndex, String(issue?.path[0]), issue?.message ?? 'cannot be read');
	const { source, caseCode, explanation, notifyOwner, dryRun, highValueFrom, overrides, ...hours } =
		read.data;
	if (hours.workStarts >= hours.workEnds)
		throw refusal(context, itemIndex, 'workEnds', 'work has to end after it starts');
	return {
		source,
		caseCode,
		explanation,
		policy: { calendar: toCalendar(hours), highValueFrom, overrides: toOverrides(overrides.rules) },
		owners: readOwnerRules(context, itemIndex),
		writes: !dryRun,
		notifiesOwner: notifyOwner,
	};
};

const toOverrides = (rules: readonly z.output<typeof rule>[]): CasePolicy['overrides'] =>
	Object.fromEntries(rules.map(({ code, ...own }) => [code, toOverride(own)]));

const toOverride = ({
	owner,
	severity,
	slaHours,
}: Omit<z.output<typeof rule>, 'code'>): CaseOverride => ({
	...(owner ? { owner } : {}),
	...(severity ? { severity } : {}),
	...(slaHours > 0 ? { slaHours } : {}),
});

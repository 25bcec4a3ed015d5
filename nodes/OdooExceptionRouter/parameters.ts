import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { IANAZone } from 'luxon';
import { z } from 'zod';

import type { WorkCalendar } from '../shared/core/exceptions/businessTime';
import type { CaseOverride, CasePolicy } from '../shared/core/exceptions/case';
import { OWNER_ROLES } from '../shared/core/exceptions/roles';
import { SEVERITIES } from '../shared/core/exceptions/taxonomy';
import { plusDays } from '../shared/core/exceptions/zonedTime';
import type { OwnerRules, UserChoice } from '../shared/odoo/exceptions/owners';
import { OWNER_PARAMETERS } from './ownerProperties';

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

export interface RouterParameters {
	readonly source: Source;
	readonly caseCode: string;
	readonly explanation: string;
	readonly policy: CasePolicy;
	readonly owners: OwnerRules;
	readonly writes: boolean;
	readonly notifiesOwner: boolean;
}

const clockTime = z
	.string()
	.trim()
	.regex(/^([01]?\d|2[0-3]):[0-5]\d$|^24:00$/, 'write it as hours and minutes, for example 08:30')
	.transform((text) => {
		const [hours, minutes] = text.split(':').map(Number);
		return (hours ?? 0) * 60 + (minutes ?? 0);
	});

const day = z.preprocess(
	(value) => String(value ?? '').slice(0, 10),
	z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/, 'choose a date'),
);
const builtIn = z.literal('builtIn').transform(() => undefined);

const shape = z.object({
	source: z.enum(SOURCES),
	caseCode: z.string(),
	explanation: z.string(),
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
	holidays: z.object({ days: z.array(z.object({ from: day, to: day })).default([]) }),
	highValueFrom: z.number().nonnegative(),
	overrides: z.object({
		rules: z
			.array(
				z.object({
					code: z.string(),
					owner: z.union([builtIn, z.enum(OWNER_ROLES)]),
					severity: z.union([builtIn, z.enum(SEVERITIES)]),
					slaHours: z.number().nonnegative(),
				}),
			)
			.default([]),
	}),
	notifyOwner: z.boolean(),
	dryRun: z.boolean(),
});

type Parsed = z.output<typeof shape>;

const LABELS: { readonly [name in keyof Parsed]?: string } = {
	timeZone: 'Time Zone',
	workingDays: 'Working Days',
	workStarts: 'Work Starts',
	workEnds: 'Work Ends',
	holidays: 'Holidays',
	overrides: 'Own Rules',
	highValueFrom: 'High Value From',
	source: 'Exception',
};

/** What the node is set to for this item. @throws NodeOperationError that names the parameter to correct */
export const readParameters = (context: IExecuteFunctions, itemIndex: number): RouterParameters => {
	const raw = Object.fromEntries(
		Object.keys(shape.shape).map((name) => [name, context.getNodeParameter(name, itemIndex, '')]),
	);
	const read = shape.safeParse({ ...raw, timeZone: raw.timeZone || context.getTimezone() });
	if (!read.success) throw refuse(context, itemIndex, read.error.issues[0]);
	const { source, caseCode, explanation, notifyOwner, dryRun, ...policy } = read.data;
	if (policy.workStarts >= policy.workEnds)
		throw refuse(context, itemIndex, {
			path: ['workEnds'],
			message: 'work has to end after it starts',
		});
	return {
		source,
		caseCode,
		explanation,
		policy: toPolicy(policy),
		owners: readOwnerRules(context, itemIndex),
		writes: !dryRun,
		notifiesOwner: notifyOwner,
	};
};

type PolicyParameters = Pick<
	Parsed,
	| 'timeZone'
	| 'workingDays'
	| 'workStarts'
	| 'workEnds'
	| 'holidays'
	| 'overrides'
	| 'highValueFrom'
>;

const toPolicy = (read: PolicyParameters): CasePolicy => ({
	calendar: toCalendar(read),
	highValueFrom: read.highValueFrom,
	overrides: Object.fromEntries(
		read.overrides.rules.map(({ code, ...rule }) => [code, toOverride(rule)]),
	),
});

const toCalendar = ({
	timeZone,
	workingDays,
	workStarts,
	workEnds,
	holidays,
}: PolicyParameters): WorkCalendar => ({
	timeZone,
	weekdays: workingDays,
	startsAt: workStarts,
	endsAt: workEnds,
	holidays: holidays.days.flatMap(({ from, to }) => daysBetween(from, to || from)),
});

const LONGEST_HOLIDAY_DAYS = 366;

const daysBetween = (from: string, to: string): string[] => {
	if (from === '') return [];
	const days = Array.from({ length: LONGEST_HOLIDAY_DAYS }, (_, index) => plusDays(from, index));
	return days.filter((date) => date <= to);
};

const toOverride = ({
	owner,
	severity,
	slaHours,
}: {
	owner?: CaseOverride['owner'];
	severity?: CaseOverride['severity'];
	slaHours: number;
}): CaseOverride => ({
	...(owner ? { owner } : {}),
	...(severity ? { severity } : {}),
	...(slaHours > 0 ? { slaHours } : {}),
});

const locator = z.object({
	mode: z.enum(['list', 'id', 'login']),
	value: z.union([z.string(), z.number(), z.null()]).optional(),
});

const readOwnerRules = (context: IExecuteFunctions, itemIndex: number): OwnerRules => {
	const choice = (name: string) => toChoice(context, itemIndex, name);
	return {
		sales: choice(OWNER_PARAMETERS.sales),
		finance: choice(OWNER_PARAMETERS.finance),
		warehouse: choice(OWNER_PARAMETERS.warehouse),
		customerService: choice(OWNER_PARAMETERS.customerService),
		integration: choice(OWNER_PARAMETERS.integration),
		default: choice(OWNER_PARAMETERS.default),
	};
};

const toChoice = (context: IExecuteFunctions, itemIndex: number, name: string): UserChoice => {
	const read = locator.safeParse(context.getNodeParameter(name, itemIndex, ''));
	const value = String(read.success ? (read.data.value ?? '') : '').trim();
	if (!read.success || value === '') return { kind: 'none' };
	if (read.data.mode === 'login') return { kind: 'login', login: value };
	if (/^\d+$/.test(value)) return { kind: 'id', id: Number(value) };
	throw refuse(context, itemIndex, {
		path: [name],
		message: `'${value}' is not the id of a user; choose By Login for a login`,
	});
};

const refuse = (
	context: IExecuteFunctions,
	itemIndex: number,
	issue: { readonly path: readonly (string | number)[]; readonly message: string } | undefined,
): NodeOperationError => {
	const name = String(issue?.path[0] ?? '');
	const label = Object.entries(LABELS).find(([key]) => key === name)?.[1] ?? name;
	return new NodeOperationError(
		context.getNode(),
		`'${label}': ${issue?.message ?? 'cannot be read'}`,
		{ itemIndex },
	);
};

import { createHash } from 'node:crypto';

import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import type { ApprovalRow } from '../shared/core/credit/approval';
import {
	PRESETS,
	RULE_CODES,
	withChange,
	type LimitSource,
	type PolicyChange,
	type TemporaryLimit,
} from '../shared/core/credit/policy';
import type { Segment } from '../shared/core/credit/segments';
import type { CreditSettings } from '../shared/odoo/credit/settings';
import { WANTED_DATA } from './properties/options';

const preset = z.enum(['lenient', 'standard', 'strict']);
const limitSource = z.enum(['fixed', 'none', 'odoo']);
const code = z.enum(RULE_CODES);
const amount = z.number().finite().nonnegative();
const words = z.string().transform((list) =>
	list
		.split(',')
		.map((word) => word.trim())
		.filter((word) => word !== ''),
);
const ids = z.array(z.union([z.string(), z.number()])).transform((list) => list.map(String));

/** n8n's date picker gives a moment; its calendar day is what was picked. */
const day = z
	.string()
	.transform((moment) => moment.slice(0, 10))
	.pipe(z.union([z.literal(''), z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a date')]))
	.transform((date) => date || null);

const rules = z.object({
	rule: z
		.array(
			z.object({
				code,
				reaction: z.enum(['approve', 'ask', 'hold', 'off']),
				threshold: z.number().finite().default(0),
			}),
		)
		.default([]),
});

const changes = {
	fixedLimit: amount.default(0),
	limitSource: limitSource.optional(),
	newCustomerDays: amount.optional(),
	preset: preset.optional(),
	temporaryAmount: amount.optional(),
	temporaryFrom: day.optional(),
	temporaryUntil: day.optional(),
	tolerance: amount.optional(),
};

const segments = z.object({
	segment: z
		.array(
			z.object({
				name: z.string().default(''),
				by: z.enum(['country', 'customer', 'customerTag', 'pricelist', 'riskClass', 'salesTeam']),
				countries: ids.optional(),
				customerTags: ids.optional(),
				pricelists: ids.optional(),
				salesTeams: ids.optional(),
				customers: words.optional(),
				riskClasses: words.optional(),
				changes: z.object(changes).default({}),
				rules: rules.default({}),
			}),
		)
		.default([]),
});

const approvalMatrix = z.object({
	row: z
		.array(
			z.object({
				level: z.string().trim().min(1),
				approvers: ids.default([]),
				bounds: z
					.object({
						upToTotal: amount.optional(),
						upToOverLimit: amount.optional(),
						segments: words.optional(),
						reasons: z.array(code).optional(),
					})
					.default({}),
			}),
		)
		.default([]),
});

const tagName = z.string().trim().min(1, 'is empty');

const options = z.object({
	approvalTag: tagName.default('Credit Approval Needed'),
	brokenPromisesField: z.string().trim().default(''),
	holdTag: tagName.default('Credit Hold'),
	holdTags: ids.default([]),
	horizonDays: amount.nullable().default(null),
	policyName: z.string().trim().default(''),
	rateDate: day.default(''),
	riskClassField: z.string().trim().default('trust'),
	validityDays: amount.default(7),
	validityGrowth: amount.default(10),
	wantedData: z.array(z.string()).default(['country_id', 'email', 'street', 'vat']),
	...changes,
});

const parameters = z.object({
	preset,
	limitSource,
	fixedLimit: amount.default(0),
	rules,
	segments,
	approvalMatrix,
	writeNote: z.boolean(),
	setTags: z.boolean(),
	confirmQuotations: z.boolean(),
	releaseReservations: z.boolean(),
	dryRun: z.boolean(),
	options,
});

type Parameters = z.output<typeof parameters>;
type Changes = Omit<Parameters['options'], never>;

const NAMES = {
	lenient: 'Lenient',
	standard: 'Standard',
	strict: 'Strict',
} as const satisfies Record<z.output<typeof preset>, string>;

const toLimit = (source: z.output<typeof limitSource>, fixed: number): LimitSource =>
	source === 'fixed' ? { kind: 'fixed', amount: fixed } : { kind: source };

const toTemporary = ({
	temporaryAmount,
	temporaryFrom,
	temporaryUntil,
}: Pick<Changes, 'temporaryAmount' | 'temporaryFrom' | 'temporaryUntil'>): TemporaryLimit[] =>
	temporaryAmount
		? [{ amount: temporaryAmount, from: temporaryFrom ?? null, to: temporaryUntil ?? null }]
		: [];

const toRules = ({ rule }: z.output<typeof rules>): PolicyChange['rules'] =>
	Object.fromEntries(
		rule.map(({ code: name, reaction, threshold }) => [name, { reaction, threshold }]),
	);

const toChange = (
	changed: z.output<z.ZodObject<typeof changes>>,
	rule: z.output<typeof rules>,
): PolicyChange => ({
	preset: changed.preset,
	limit: changed.limitSource && toLimit(changed.limitSource, changed.fixedLimit),
	temporary: toTemporary(changed),
	tolerance: changed.tolerance,
	newCustomerDays: changed.newCustomerDays,
	rules: toRules(rule),
});

const VALUES = {
	country: 'countries',
	customer: 'customers',
	customerTag: 'customerTags',
	pricelist: 'pricelists',
	riskClass: 'riskClasses',
	salesTeam: 'salesTeams',
} as const;

const toSegment = (segment: Parameters['segments']['segment'][number], index: number): Segment => ({
	name: segment.name || `Override ${index + 1}`,
	by: segment.by,
	values: segment[VALUES[segment.by]] ?? [],
	change: toChange(segment.changes, segment.rules),
});

const toRow = ({
	level,
	approvers,
	bounds,
}: Parameters['approvalMatrix']['row'][number]): ApprovalRow => ({
	level,
	upToOverLimit: bounds.upToOverLimit ?? null,
	upToTotal: bounds.upToTotal ?? null,
	segments: bounds.segments ?? [],
	reasons: bounds.reasons ?? [],
	approvers: approvers.map((id) => ({ id: Number(id), name: '' })),
});

const PARAMETERS = [
	'preset',
	'limitSource',
	'fixedLimit',
	'rules',
	'segments',
	'approvalMatrix',
	'writeNote',
	'setTags',
	'confirmQuotations',
	'releaseReservations',
	'dryRun',
	'options',
] as const;

/** The policy and effects of the whole run, read once. @throws NodeOperationError that names the parameter to correct */
export const readSettings = (context: IExecuteFunctions): CreditSettings => {
	const values = Object.fromEntries(
		PARAMETERS.map((name) => [
			name,
			// A hidden parameter has no value at all.
			name === 'fixedLimit'
				? context.getNodeParameter(name, 0, 0)
				: context.getNodeParameter(name, 0),
		]),
	);
	const parsed = parameters.safeParse(values);
	if (parsed.success) return toSettings(parsed.data);
	const [issue] = parsed.error.issues;
	throw new NodeOperationError(
		context.getNode(),
		`'${issue?.path.join('.') ?? 'A parameter'}' cannot be used: ${issue?.message ?? ''}`,
		{
			description: 'Correct the parameter in the node.',
		},
	);
};

const toSettings = (given: Parameters): CreditSettings => {
	const { options: extra } = given;
	const policy = withChange(PRESETS[given.preset], {
		...toChange(extra, given.rules),
		preset: undefined,
		limit: toLimit(given.limitSource, given.fixedLimit),
	});
	return {
		rules: {
			policy,
			segments: given.segments.segment.map(toSegment),
			matrix: given.approvalMatrix.row.map(toRow),
			validity: { days: extra.validityDays, growth: extra.validityGrowth },
		},
		policyName: extra.policyName || NAMES[given.preset],
		horizonDays: extra.horizonDays,
		rateDate: extra.rateDate,
		customerFields: {
			wanted: WANTED_DATA.filter(({ value }) => extra.wantedData.includes(value)).map(
				({ name, value }) => ({ field: value, label: name }),
			),
			riskClass: extra.riskClassField || null,
			brokenPromises: extra.brokenPromisesField || null,
			holdTagIds: extra.holdTags.map(Number),
		},
		group: { kind: 'none' },
		tags: { hold: extra.holdTag, approval: extra.approvalTag },
		effects: {
			note: given.writeNote,
			tag: given.setTags,
			confirm: given.confirmQuotations,
			releaseReservations: given.releaseReservations,
		},
		dryRun: given.dryRun,
		releasedBy: null,
		digest: (text) => createHash('sha256').update(text).digest('hex').slice(0, 12),
	};
};

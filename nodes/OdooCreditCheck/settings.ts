import { createHash } from 'node:crypto';

import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { ApprovalRow } from './core/approval';
import {
	PRESETS,
	withChange,
	type LimitSource,
	type PolicyChange,
	type TemporaryLimit,
} from './core/policy';
import type { Segment } from './core/segments';
import type { CreditSettings, GroupBy } from './odoo/settings';
import { parameters, type Changes, type Parameters, type Rules } from './parameters';
import { WANTED_DATA } from './properties/options';

const NAMES = {
	lenient: 'Lenient',
	standard: 'Standard',
	strict: 'Strict',
} as const satisfies Record<Parameters['preset'], string>;

const toLimit = (source: Parameters['limitSource'], fixed: number): LimitSource =>
	source === 'fixed' ? { kind: 'fixed', amount: fixed } : { kind: source };

const toTemporary = ({
	temporaryAmount,
	temporaryFrom,
	temporaryUntil,
}: Pick<Changes, 'temporaryAmount' | 'temporaryFrom' | 'temporaryUntil'>): TemporaryLimit[] =>
	temporaryAmount
		? [{ amount: temporaryAmount, from: temporaryFrom ?? null, to: temporaryUntil ?? null }]
		: [];

const toRules = ({ rule }: Rules): PolicyChange['rules'] =>
	Object.fromEntries(
		rule.map(({ code: name, reaction, threshold }) => [name, { reaction, threshold }]),
	);

const toChange = (changed: Changes, rule: Rules): PolicyChange => ({
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

/**
 * The policy and effects of the whole run, read once; only who released an order is each item's own.
 * @throws NodeOperationError that names the parameter to correct
 */
export const readSettings = (
	context: IExecuteFunctions,
	itemsOf: ReadonlyMap<number, readonly number[]>,
): CreditSettings => {
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
	if (parsed.success) return toSettings(parsed.data, readReleases(context, itemsOf));
	const [issue] = parsed.error.issues;
	throw new NodeOperationError(
		context.getNode(),
		`'${issue?.path.join('.') ?? 'A parameter'}' cannot be used: ${issue?.message ?? ''}`,
		{ description: 'Correct the parameter in the node.' },
	);
};

/** By order; an item without a name releases nothing. */
const readReleases = (
	context: IExecuteFunctions,
	itemsOf: ReadonlyMap<number, readonly number[]>,
): CreditSettings['releasedBy'] =>
	new Map(
		[...itemsOf].flatMap(([orderId, items]) => {
			const names = items.map((item) =>
				String(context.getNodeParameter('releasedBy', item, '') ?? '').trim(),
			);
			const name = names.find((one) => one !== '');
			return name === undefined ? [] : [[orderId, name] as const];
		}),
	);

const toGroup = ({ creditGroup, groupTags, groupLimit }: Parameters['options']): GroupBy =>
	creditGroup === 'tag'
		? { kind: 'tag', tagIds: groupTags.map(Number), limit: groupLimit }
		: { kind: creditGroup };

const toSettings = (
	given: Parameters,
	releasedBy: CreditSettings['releasedBy'],
): CreditSettings => {
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
		zeroIsNoCredit: extra.zeroIsNoCredit,
		group: toGroup(extra),
		tags: { hold: extra.holdTag, approval: extra.approvalTag },
		effects: {
			note: given.writeNote,
			tag: given.setTags,
			confirm: given.confirmQuotations,
			releaseReservations: given.releaseReservations,
		},
		dryRun: given.dryRun,
		releasedBy,
		digest: (text) => createHash('sha256').update(text).digest('hex').slice(0, 12),
	};
};

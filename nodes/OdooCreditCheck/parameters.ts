import { createHash } from 'node:crypto';

import type { IExecuteFunctions } from 'n8n-workflow';

import type { ApprovalRow } from './core/approval';
import type { LimitSource } from './core/limit';
import { PRESETS, withChange, type PolicyChange } from './core/policy';
import { PRESET_LABELS } from './core/presets';
import type { Segment } from './core/segments';
import type { CreditSettings, GroupBy } from './core/settings';
import { RUN_SETTINGS } from './properties';
import { WANTED_DATA } from './properties/customerFields';
import { releasedBySetting, releasedDecisionSetting, releaseSetting } from './properties/effects';
import {
	parametersOfItem,
	parametersOfRun,
	readSettings,
} from '../shared/n8n/settings/readSettings';
import type { Values } from '../shared/n8n/settings/setting';

type Given = Values<typeof RUN_SETTINGS>;
type OverrideGiven = Given['segments'][number];
type ChangesGiven = OverrideGiven['changes'];

const toLimit = (source: Given['limitSource'], fixed: number): LimitSource =>
	source === 'fixed' ? { kind: 'fixed', amount: fixed } : { kind: source };

/** What the options of the run and the changes of an override have in common. */
type Changes = Pick<
	ChangesGiven & Given['options'],
	| 'newCustomerDays'
	| 'overdueMinimum'
	| 'temporaryAmount'
	| 'temporaryFrom'
	| 'temporaryUntil'
	| 'tolerance'
>;

const toChange = (
	{
		newCustomerDays,
		overdueMinimum,
		temporaryAmount,
		temporaryFrom,
		temporaryUntil,
		tolerance,
	}: Changes,
	rules: Given['rules'],
): PolicyChange => ({
	temporary:
		temporaryAmount > 0
			? [{ amount: temporaryAmount, from: temporaryFrom, to: temporaryUntil }]
			: [],
	tolerance,
	newCustomerDays,
	overdueMinimum,
	rules: Object.fromEntries(
		rules.map(({ code, reaction, threshold }) => [code, { reaction, threshold }]),
	),
});

const toSegment = (override: OverrideGiven, index: number): Segment => {
	const { name, by, changes, rules } = override;
	const values = {
		country: override.countries,
		customer: override.customers,
		customerTag: override.customerTags,
		pricelist: override.pricelists,
		riskClass: override.riskClasses,
		salesTeam: override.salesTeams,
	} as const satisfies Record<Segment['by'], readonly (number | string)[]>;
	return {
		name: name || `Override ${index + 1}`,
		by,
		values: values[by].map(String),
		change: {
			...toChange(changes, rules),
			preset: changes.preset,
			limit: changes.limitSource && toLimit(changes.limitSource, changes.fixedLimit),
		},
	};
};

const toRow = ({ level, approvers, bounds }: Given['approvalMatrix'][number]): ApprovalRow => ({
	...bounds,
	level,
	approvers: approvers.map((id) => ({ id, name: '' })),
});

const toGroup = ({ creditGroup, groupTags, groupLimit }: Given['options']): GroupBy =>
	creditGroup === 'tag'
		? { kind: 'tag', tagIds: groupTags, limit: groupLimit }
		: { kind: creditGroup };

const RELEASE_SETTINGS = [releasedBySetting, releaseSetting, releasedDecisionSetting] as const;

/** By order; an item without a name and a yes releases nothing. Several items about an order all have to say the same. */
const readReleases = (
	context: IExecuteFunctions,
	itemsOf: ReadonlyMap<number, readonly number[]>,
): CreditSettings['releasedBy'] =>
	new Map(
		[...itemsOf].flatMap(([orderId, items]) => {
			const given = items
				.map((item) => readSettings(RELEASE_SETTINGS, parametersOfItem(context, item)))
				.filter(({ releasedBy, release }) => releasedBy !== '' || release);
			const [first] = given;
			if (!first) return [];
			const { releasedBy: who, releasedDecision: key } = first;
			const isGranted = given.every(
				(one) => one.release && one.releasedBy === who && one.releasedDecision === key,
			);
			return [[orderId, { who, isGranted, decisionKey: key }] as const];
		}),
	);

/**
 * The policy and effects of the whole run; only who released an order is each item's own.
 * @param itemsOf the items that name each order
 * @throws NodeOperationError that names the parameter to correct
 */
export const readParameters = (
	context: IExecuteFunctions,
	itemsOf: ReadonlyMap<number, readonly number[]>,
): CreditSettings => {
	const given = readSettings(RUN_SETTINGS, parametersOfRun(context));
	const { preset, limitSource, fixedLimit, rules, options } = given;
	return {
		rules: {
			policy: withChange(PRESETS[preset], {
				...toChange(options, rules),
				limit: toLimit(limitSource, fixedLimit),
			}),
			segments: given.segments.map(toSegment),
			matrix: given.approvalMatrix.map(toRow),
			validity: { days: options.validityDays, growth: options.validityGrowth },
			mayReleaseOwn: options.releaseOwnOrders,
		},
		policyName: options.policyName || PRESET_LABELS[preset],
		horizonDays: options.horizonDays,
		rateDate: options.rateDate,
		customerFields: {
			wanted: WANTED_DATA.filter(({ value }) => options.wantedData.includes(value)).map(
				({ name, value }) => ({ field: value, label: name }),
			),
			riskClass: options.riskClassField || null,
			brokenPromises: options.brokenPromisesField || null,
			holdTagIds: options.holdTags,
		},
		zeros: { zeroIsNoCredit: options.zeroIsNoCredit, ownZero: options.ownZeroLimit },
		group: toGroup(options),
		tags: { hold: options.holdTag, approval: options.approvalTag },
		effects: {
			note: given.writeNote,
			tag: given.setTags,
			confirm: given.confirmQuotations,
			releaseReservations: given.releaseReservations,
		},
		dryRun: given.dryRun,
		releasedBy: readReleases(context, itemsOf),
		digest: (text) => createHash('sha256').update(text).digest('hex').slice(0, 12),
	};
};

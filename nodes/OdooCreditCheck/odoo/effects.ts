import type { CreditDecision } from '../core/decide';
import { isOdooError, OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { addTag, ensureTag, removeTag } from '../../shared/traces/odoo/tags';
import { confirmQuotations } from './confirm';
import { carriesTag } from './orderFacts';
import type { OrderRow } from './orders';
import { releaseReservations } from './reservations';
import type { CreditSettings } from '../core/settings';

/** What was done for one order, or in a Dry Run would be. */
export interface EffectsDone {
	/** `kept`: the same decision is recorded already. */
	readonly note: 'kept' | 'off' | 'written';
	readonly tag: 'added' | 'kept' | 'off' | 'removed';
	readonly confirmed: boolean;
	readonly reservationsReleased: boolean;
}

export interface TagPlan {
	readonly add: 'approval' | 'hold' | null;
	readonly remove: readonly ('approval' | 'hold')[];
}

const WANTED_TAG = { approved: null, needsApproval: 'approval', onHold: 'hold' } as const;

export const planTags = (
	{ decision, order }: CreditDecision,
	row: OrderRow,
	{ tags, effects }: CreditSettings,
): TagPlan => {
	if (!effects.tag || order.state === 'cancelled') return { add: null, remove: [] };
	const wanted = WANTED_TAG[decision];
	const present = (['approval', 'hold'] as const).filter((kind) => carriesTag(row, tags[kind]));
	return {
		add: wanted !== null && !present.includes(wanted) ? wanted : null,
		remove: present.filter((kind) => kind !== wanted),
	};
};

export interface Planned {
	readonly decision: CreditDecision;
	readonly tags: TagPlan;
	readonly writesNote: boolean;
}

export const confirms = (
	{ decision, order }: CreditDecision,
	{ effects }: CreditSettings,
): boolean => effects.confirm && decision === 'approved' && order.state === 'quotation';

export const releases = (
	{ decision, order }: CreditDecision,
	{ effects }: CreditSettings,
): boolean => effects.releaseReservations && decision === 'onHold' && order.state === 'confirmed';

export const toEffects = (
	{ decision, tags, writesNote }: Planned,
	settings: CreditSettings,
): EffectsDone => ({
	note:
		!settings.effects.note || decision.order.state === 'cancelled'
			? 'off'
			: writesNote
				? 'written'
				: 'kept',
	tag:
		!settings.effects.tag || decision.order.state === 'cancelled'
			? 'off'
			: tags.add
				? 'added'
				: tags.remove.length > 0
					? 'removed'
					: 'kept',
	confirmed: confirms(decision, settings),
	reservationsReleased: releases(decision, settings),
});

type Failures = Map<number, OdooError>;

/** Adds and removes tags, one write for each tag and direction. */
export const writeTags = async (
	client: OdooClient,
	planned: readonly Planned[],
	settings: CreditSettings,
): Promise<ReadonlyMap<number, OdooError>> => {
	const failures: Failures = new Map();
	for (const kind of ['hold', 'approval'] as const) {
		const adding = planned
			.filter(({ tags }) => tags.add === kind)
			.map(({ decision }) => decision.order.id);
		const removing = planned
			.filter(({ tags }) => tags.remove.includes(kind))
			.map(({ decision }) => decision.order.id);
		if (adding.length + removing.length === 0) continue;
		const tagId = await ensureTag(client, settings.tags[kind]).catch(asOdooError);
		if (tagId instanceof OdooError) {
			for (const id of [...adding, ...removing]) failures.set(id, tagId);
			continue;
		}
		if (adding.length > 0) note(failures, (await addTag(client, adding, tagId)).failed);
		if (removing.length > 0) note(failures, (await removeTag(client, removing, tagId)).failed);
	}
	return failures;
};

/** What Odoo refused; anything else goes on. */
const asOdooError = async (error: unknown): Promise<OdooError> =>
	isOdooError(error) ? error : await Promise.reject(error);

const note = (failures: Failures, failed: ReadonlyMap<number, OdooError>): void =>
	failed.forEach((error, id) => failures.set(id, error));

/** Confirms what was approved and takes back the reserved stock of what is held. */
export const moveOrders = async (
	client: OdooClient,
	planned: readonly Planned[],
	settings: CreditSettings,
): Promise<ReadonlyMap<number, OdooError>> => {
	const idsWhere = (wanted: typeof confirms) =>
		planned
			.filter(({ decision }) => wanted(decision, settings))
			.map(({ decision }) => decision.order.id);
	const failures: Failures = new Map();
	note(failures, await confirmQuotations(client, idsWhere(confirms)));
	note(failures, await releaseReservations(client, idsWhere(releases)));
	return failures;
};

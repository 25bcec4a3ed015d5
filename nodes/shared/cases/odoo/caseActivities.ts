import { z } from 'zod';

import { caseKey, parseCaseKey, type KnownCase } from '../core/episode';
import type { CaseCode } from '../core/taxonomy';
import { chunksOf } from '../../odoo/batches';
import { ensureOnce, EXTERNAL_ID_MODULE, type EnsuredRecords } from '../../traces/odoo/ensureOnce';
import type { OdooClient } from '../../odoo/OdooClient';
import { activity } from '../../odoo/records/party';
import type { Reference } from '../../odoo/records/fields';
import type { RecordOf } from '../../odoo/records/record';

/** What Odoo says of a case's activity now. */
export interface ActivityState {
	readonly activityId: number;
	/** Still to do. */
	readonly open: boolean;
	readonly owner: Reference | null;
	/** `YYYY-MM-DD`. */
	readonly dueDate: string;
	/** Epoch milliseconds. */
	readonly openedAt: number;
}

export type HeldCase = KnownCase & ActivityState;

const FIELDS = ['id', 'res_id', 'user_id', 'date_deadline', 'active', 'create_date'] as const;

const toState = (row: RecordOf<typeof activity, (typeof FIELDS)[number]>): ActivityState => ({
	activityId: row.id,
	open: row.active,
	owner: row.user_id,
	dueDate: row.date_deadline ?? '',
	openedAt: Date.parse(`${(row.create_date ?? '').replace(' ', 'T')}Z`),
});

/**
 * The cases on these orders, done ones too as long as Odoo keeps them (archived since 19; deleted up to 16, and then
 * their identity is free again). Two calls for 200 orders: the activities, and their external ids, which a normal
 * user learns in no other way.
 */
export const findCases = async (
	client: OdooClient,
	orderIds: readonly number[],
): Promise<HeldCase[]> => {
	const chunks = chunksOf([...new Set(orderIds)], client.batchSize);
	const found = await client.parallel(
		chunks,
		async (chunk) =>
			await client.search(
				activity,
				FIELDS,
				[
					['res_model', '=', 'sale.order'],
					['res_id', 'in', chunk],
				],
				{ context: { active_test: false } },
			),
	);
	const rows = found.flat();
	const keys = await keysOf(
		client,
		rows.map(({ id }) => id),
	);
	return rows.flatMap((row) => {
		const identity = parseCaseKey(keys.get(row.id) ?? '');
		return identity ? [{ ...identity, ...toState(row) }] : [];
	});
};

export const readActivities = async (
	client: OdooClient,
	ids: readonly number[],
): Promise<ReadonlyMap<number, ActivityState>> =>
	new Map((await client.read(activity, FIELDS, ids)).map((row) => [row.id, toState(row)]));

/** Up to Odoo 16 only one external id is told. */
const metadata = z.array(
	z
		.object({
			id: z.number(),
			xmlid: z.union([z.string(), z.literal(false)]).optional(),
			xmlids: z.array(z.object({ xmlid: z.string() })).optional(),
		})
		.transform(({ id, xmlid, xmlids }) => ({
			id,
			externalIds: xmlids ? xmlids.map((one) => one.xmlid) : [xmlid || ''],
		})),
);

const PREFIX = `${EXTERNAL_ID_MODULE}.`;

/** Our key of each activity that has one. */
const keysOf = async (
	client: OdooClient,
	activityIds: readonly number[],
): Promise<ReadonlyMap<number, string>> => {
	const chunks = chunksOf(activityIds, client.batchSize);
	const answers = await client.parallel(chunks, async (ids) =>
		metadata.parse(await client.call('mail.activity', 'get_metadata', { ids })),
	);
	return new Map(
		answers.flat().flatMap(({ id, externalIds }) => {
			const ours = externalIds.find((name) => name.startsWith(PREFIX));
			return ours ? [[id, ours.slice(PREFIX.length)] as const] : [];
		}),
	);
};

export interface NewCase {
	readonly orderId: number;
	readonly code: CaseCode;
	readonly episode: number;
	readonly ownerId: number | null;
	/** `YYYY-MM-DD` in the working calendar. */
	readonly dueDate: string;
	readonly summary: string;
	readonly noteHtml: string;
}

const toRow = (one: NewCase) => ({
	key: caseKey(one.orderId, one.code, one.episode),
	columns: {
		'res_model_id/id': 'sale.model_sale_order',
		res_id: String(one.orderId),
		// Odoo's own type for what went wrong: lists and kanban cards show its warning sign.
		'activity_type_id/id': 'mail.mail_activity_data_warning',
		summary: one.summary,
		note: one.noteHtml,
		date_deadline: one.dueDate,
		...(one.ownerId === null ? {} : { 'user_id/.id': String(one.ownerId) }),
	},
});

/**
 * Opens cases that are not there yet, 200 in a call, each exactly once.
 * @param notifiesOwners whether Odoo tells the owners, each as they prefer (mail or inbox)
 * @returns activity ids by `caseKey`
 */
export const openCases = async (
	client: OdooClient,
	cases: readonly NewCase[],
	notifiesOwners: boolean,
): Promise<EnsuredRecords> =>
	await ensureOnce(
		client,
		'mail.activity',
		cases.map(toRow),
		notifiesOwners ? {} : { mail_activity_quick_update: true },
	);

import { z } from 'zod';

import { chunksOf } from '../../odoo/batches';
import type { OdooClient } from '../../odoo/OdooClient';
import { ensureOnce, EXTERNAL_ID_MODULE, type EnsuredRecords } from './ensureOnce';
import { answerIn } from '../../odoo/unexpectedAnswer';

/** An activity to do on a record, opened exactly once for its key. */
export interface NewActivity {
	/** Letters, digits, `_`, `-`. */
	readonly key: string;
	/** External id of the record's model, as `sale.model_sale_order`. */
	readonly model: string;
	readonly recordId: number;
	/** External id of the activity's type, as `mail.mail_activity_data_todo`. */
	readonly type: string;
	readonly summary: string;
	/** Every value in it escaped by `escapeHtml`. */
	readonly noteHtml: string;
	/** `YYYY-MM-DD`. */
	readonly dueDate: string;
	readonly ownerId: number | null;
}

const toRow = (one: NewActivity) => ({
	key: one.key,
	columns: {
		'res_model_id/id': one.model,
		res_id: String(one.recordId),
		'activity_type_id/id': one.type,
		summary: one.summary,
		note: one.noteHtml,
		date_deadline: one.dueDate,
		...(one.ownerId === null ? {} : { 'user_id/.id': String(one.ownerId) }),
	},
});

/**
 * Opens the activities that are not there yet, 200 in a call.
 * @param notifiesOwners whether Odoo tells the owners, each as they prefer (mail or inbox)
 * @returns activity ids by key
 */
export const openActivities = async (
	client: OdooClient,
	activities: readonly NewActivity[],
	{ notifiesOwners }: { readonly notifiesOwners: boolean },
): Promise<EnsuredRecords> =>
	await ensureOnce(client, {
		model: 'mail.activity',
		rows: activities.map(toRow),
		context: notifiesOwners ? {} : { mail_activity_quick_update: true },
	});

/** Up to Odoo 16 Odoo answers only one external id. */
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

/** Our key of each activity that has one, by its id; a normal user learns external ids in no other way. */
export const readActivityKeys = async (
	client: OdooClient,
	activityIds: readonly number[],
): Promise<ReadonlyMap<number, string>> => {
	const chunks = chunksOf(activityIds, client.batchSize);
	const answers = await client.parallel(chunks, async (ids) =>
		answerIn(
			'mail.activity.get_metadata',
			metadata,
			await client.call('mail.activity', 'get_metadata', { ids }),
		),
	);
	return new Map(
		answers.flat().flatMap(({ id, externalIds }) => {
			const ours = externalIds.find((name) => name.startsWith(PREFIX));
			return ours ? [[id, ours.slice(PREFIX.length)] as const] : [];
		}),
	);
};

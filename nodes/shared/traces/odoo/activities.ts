import { z } from 'zod';

import { chunksOf } from '../../odoo/batches';
import type { OdooError } from '../../odoo/errors';
import type { OdooClient } from '../../odoo/OdooClient';
import { answerIn } from '../../odoo/unexpectedAnswer';
import { ensureOnce, type EnsuredRecords } from './ensureOnce';
import { followQuietly, readFresh, unfollow } from './followers';
import { EXTERNAL_ID_MODULE } from './importRows';
import { plainKey } from './keySecret';
import { ownActivities } from './ownRecords';
import { tellOfTaken, type DocumentRow } from './takenKeys';

/** An activity to do on a record, opened exactly once for its key. */
export interface NewActivity {
	/** Letters, digits, `_`, `-`. */
	readonly key: string;
	/** As `sale.order`. */
	readonly model: string;
	/** External id of that model, as `sale.model_sale_order`. */
	readonly modelId: string;
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

const toRow = (one: NewActivity): DocumentRow => ({
	key: one.key,
	document: one,
	label: `the activity '${one.summary}'`,
	columns: {
		'res_model_id/id': one.modelId,
		res_id: String(one.recordId),
		'activity_type_id/id': one.type,
		summary: one.summary,
		note: one.noteHtml,
		date_deadline: one.dueDate,
		...(one.ownerId === null ? {} : { 'user_id/.id': String(one.ownerId) }),
	},
});

const MODEL = 'mail.activity';

/**
 * Opens the activities that are not there yet, 200 in a call. Odoo makes each owner a follower of the record, who would
 * get later mails to the customer: who did not follow it before does not afterwards.
 * @param notifiesOwners whether Odoo tells the owners, each as they prefer (mail or inbox)
 * @returns activity ids by key
 */
export const openActivities = async (
	client: OdooClient,
	activities: readonly NewActivity[],
	{ notifiesOwners }: { readonly notifiesOwners: boolean },
): Promise<EnsuredRecords> => {
	if (activities.length === 0) return { ids: new Map(), failed: new Map() };
	const rows = activities.map(toRow);
	const fresh = await readFresh(client, activities);
	await followQuietly(client, fresh);
	const made = await ensureOnce(client, {
		model: MODEL,
		rows,
		context: notifiesOwners ? {} : { mail_activity_quick_update: true },
		verify: async (some, ids) => {
			const own = new Map(await ownActivities(client, [...ids.values()]));
			const isIt = ({ key, document }: DocumentRow): boolean => {
				const found = own.get(ids.get(key) ?? 0);
				return found?.model === document.model && found.recordId === document.recordId;
			};
			return new Set(some.filter(isIt).map(({ key }) => key));
		},
	});
	const followed = await unfollow(client, fresh);
	const opened = activities.filter(({ key }) => made.ids.has(key));
	const failed = opened.flatMap(({ key, recordId }): [string, OdooError][] => {
		const error = followed.get(recordId);
		return error ? [[key, error]] : [];
	});
	const told = await tellOfTaken(client, MODEL, { rows, made });
	return { ...told, failed: new Map([...told.failed, ...failed]) };
};

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
			return ours ? [[id, plainKey(ours.slice(PREFIX.length))] as const] : [];
		}),
	);
};

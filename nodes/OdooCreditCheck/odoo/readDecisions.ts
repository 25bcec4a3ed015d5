import type { RecordedApproval } from '../core/claims';
import type { EarlierDecision } from '../core/order';
import {
	fromReference,
	latestOf,
	RECORD_PREFIX,
	type DecisionRecord,
	type FoundRecord,
} from '../core/record';
import { groupBy } from '../../shared/core/collections';
import { addDays, daysBetween } from '../../shared/core/time';
import { chunksOf, SEARCH_SIZE } from '../../shared/odoo/batches';
import type { OdooDomain } from '../../shared/odoo/domain';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { message } from '../../shared/odoo/records/party';
import type { RecordOf } from '../../shared/odoo/records/record';
import { findKeySecret, type KeySecret } from '../../shared/traces/odoo/keySecret';
import { noteIdLike, noteKeyOf } from '../../shared/traces/odoo/notes';
import { madeByPipeline } from '../../shared/traces/odoo/ownRecords';
import { unseal } from '../../shared/traces/odoo/seal';
import { withCancellations } from './readCancellations';

/** What Odoo's chatter holds about earlier decisions. */
interface RecordedDecisions {
	/** The latest decision about each order. */
	readonly latest: ReadonlyMap<number, EarlierDecision>;
	/** Those made lately: the next approval for the same debt follows the last of them. */
	readonly approvals: readonly RecordedApproval[];
	/** What decisions are sealed with; null while none was. */
	readonly secret: string | null;
}

/**
 * The recorded decisions about these orders, and all since a date: those tell which approvals other runs have made. To
 * be read before the exposure: an approval made in between is then in the exposure, or it is found when the next one
 * is recorded.
 * @param since `YYYY-MM-DD`
 */
export const readDecisions = async (
	client: OdooClient,
	orderIds: readonly number[],
	since: string,
): Promise<RecordedDecisions> => {
	// Odoo's times are in UTC, the recorded dates in the user's time zone.
	const secret = await findKeySecret(client);
	const found = await readRecords(client, orderIds, {
		or: [['date', '>=', `${addDays(since, -1)} 00:00:00`]],
		secret,
	});
	const approvals = found
		.filter(({ decision, on }) => decision === 'approved' && on >= since)
		.map(({ messageId, given: { debtorId, companyId } }) => ({
			accountId: debtorId,
			companyId,
			messageId,
		}));
	const latest = latestByOrder(found);
	return {
		latest: await withCancellations(client, latest, orderIds),
		approvals,
		secret: secret?.text ?? null,
	};
};

/** The latest decision about each of these orders; no call without any. */
export const readLatestDecisions = async (
	client: OdooClient,
	orderIds: readonly number[],
): Promise<ReadonlyMap<number, EarlierDecision>> => {
	if (orderIds.length === 0) return new Map();
	const secret = await findKeySecret(client);
	return latestByOrder(await readRecords(client, orderIds, { or: [], secret }));
};

const FIELDS = ['id', 'message_id', 'create_date', 'res_id', 'write_uid'] as const;

interface RecordSearch {
	readonly or: OdooDomain;
	readonly secret: KeySecret | null;
}

/** In the order of their notes. */
const readRecords = async (
	client: OdooClient,
	orderIds: readonly number[],
	{ or, secret }: RecordSearch,
): Promise<FoundRecord[]> => {
	const ours = await madeByPipeline(client);
	const found = await client.parallel(
		chunksOf(orderIds, SEARCH_SIZE),
		async (chunk) =>
			await client.search(
				message,
				FIELDS,
				[
					['model', '=', 'sale.order'],
					ours,
					['message_id', '=like', noteIdLike(RECORD_PREFIX)],
					...or.map(() => '|' as const),
					['res_id', 'in', chunk],
					...or,
				],
				{ order: 'id' },
			),
	);
	const users = (await client.pipelineUsers()).map(({ id }) => id);
	return found.flat().flatMap((note) => provenRecord(note, { secret, users }) ?? []);
};

type Note = RecordOf<typeof message, (typeof FIELDS)[number]>;

interface Pipeline {
	readonly secret: KeySecret | null;
	/** Ids of its users. */
	readonly users: readonly number[];
}

/**
 * What a note records, if nobody can have changed it: whoever may write the order may edit its notes. Notes of 0.1.0
 * have no seal; they count when they were there before the secret, and approvals when nobody else wrote them since.
 */
const provenRecord = (note: Note, { secret, users }: Pipeline): FoundRecord | null => {
	const reference = noteKeyOf(note.message_id);
	const unsealed = secret === null ? null : unseal(secret.text, reference);
	const record = fromReference(unsealed ?? reference);
	if (record === null || record.orderId !== note.res_id || !isOfThatDay(note, record)) return null;
	const isOld = record.given.reasons === null && (secret === null || note.id < secret.messageId);
	const isTouched = !users.includes(note.write_uid?.id ?? 0);
	if (unsealed === null && (!isOld || (record.decision === 'approved' && isTouched))) return null;
	return { ...record, messageId: note.id, storedAt: note.create_date ?? '' };
};

/** A reference that was moved to a later note proves nothing. */
const isOfThatDay = (note: Note, record: DecisionRecord): boolean => {
	const day = (note.create_date ?? '').slice(0, 10);
	// Odoo's times are in UTC, the recorded dates in the user's time zone.
	return day !== '' && Math.abs(daysBetween(day, record.on)) <= 1;
};

const latestByOrder = (records: readonly FoundRecord[]): Map<number, EarlierDecision> =>
	new Map(
		[...groupBy(records, ({ orderId }) => orderId)].flatMap(
			([orderId, own]): [number, EarlierDecision][] => {
				const decision = latestOf(own);
				return decision === null ? [] : [[orderId, decision]];
			},
		),
	);

import type { EarlierDecision } from '../core/order';
import { fromReference, latestOf, RECORD_PREFIX, type DecisionRecord } from '../core/record';
import { groupBy } from '../../shared/core/collections';
import { addDays } from '../../shared/core/time';
import { accountKey } from '../../shared/ledger/core/debtor';
import { chunksOf, SEARCH_SIZE } from '../../shared/odoo/batches';
import type { OdooDomain } from '../../shared/odoo/domain';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { message } from '../../shared/odoo/records/party';
import { noteIdLike, noteKeyOf } from '../../shared/traces/odoo/notes';
import { madeByPipeline } from '../../shared/traces/odoo/ownRecords';

/** What Odoo's chatter holds about earlier decisions. */
interface RecordedDecisions {
	/** The latest decision about each order. */
	readonly latest: ReadonlyMap<number, EarlierDecision>;
	/** Message id of the last approval for each account, none without one lately: the next approval follows it. */
	readonly lastApproval: ReadonlyMap<string, number>;
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
	const found = await readRecords(client, orderIds, [
		['date', '>=', `${addDays(since, -1)} 00:00:00`],
	]);
	const lastApproval = new Map<string, number>();
	for (const [id, record] of found) {
		if (record.decision !== 'approved' || record.on < since) continue;
		const key = accountKey(record.accountId, record.companyId);
		lastApproval.set(key, Math.max(id, lastApproval.get(key) ?? 0));
	}
	return { latest: latestByOrder([...found.values()]), lastApproval };
};

/** The latest decision about each of these orders; no call without any. */
export const readLatestDecisions = async (
	client: OdooClient,
	orderIds: readonly number[],
): Promise<ReadonlyMap<number, EarlierDecision>> =>
	latestByOrder([...(await readRecords(client, orderIds, [])).values()]);

/** By message id, in its order. */
const readRecords = async (
	client: OdooClient,
	orderIds: readonly number[],
	or: OdooDomain,
): Promise<ReadonlyMap<number, DecisionRecord>> => {
	const ours = await madeByPipeline(client);
	const found = await client.parallel(
		chunksOf(orderIds, SEARCH_SIZE),
		async (chunk) =>
			await client.search(
				message,
				['id', 'message_id'],
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
	return new Map(
		found.flat().flatMap(({ id, message_id: reference }): [number, DecisionRecord][] => {
			const record = fromReference(noteKeyOf(reference));
			return record === null ? [] : [[id, record]];
		}),
	);
};

const latestByOrder = (records: readonly DecisionRecord[]): Map<number, EarlierDecision> =>
	new Map(
		[...groupBy(records, ({ orderId }) => orderId)].flatMap(
			([orderId, own]): [number, EarlierDecision][] => {
				const decision = latestOf(own);
				return decision === null ? [] : [[orderId, decision]];
			},
		),
	);

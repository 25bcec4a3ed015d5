import {
	fromReference,
	latestOf,
	RECORD_PREFIX,
	type DecisionRecord,
} from '../../core/credit/identity';
import type { EarlierDecision } from '../../core/credit/facts';
import { chunksOf } from '../batches';
import { noteIdLike, noteKeyOf } from '../notes';
import type { OdooClient } from '../OdooClient';
import { message } from '../records/party';
import { accountKey } from './openItems';
import { SEARCH_SIZE } from './orders';

/** What Odoo's chatter holds about earlier decisions. */
export interface RecordedDecisions {
	/** The latest decision about each order. */
	readonly latest: ReadonlyMap<number, EarlierDecision>;
	/** Message id of the last approval for each account, zero without one lately: the next approval follows it. */
	readonly lastApproval: ReadonlyMap<string, number>;
}

/**
 * The recorded decisions about these orders, and all since a date: those tell which approvals other runs have made.
 * @param since `YYYY-MM-DD`
 */
export const readDecisions = async (
	client: OdooClient,
	orderIds: readonly number[],
	since: string,
): Promise<RecordedDecisions> => {
	const found = await client.parallel(
		chunksOf(orderIds, SEARCH_SIZE),
		async (chunk) =>
			await client.search(
				message,
				['id', 'message_id'],
				[
					['model', '=', 'sale.order'],
					['message_id', '=like', noteIdLike(RECORD_PREFIX)],
					'|',
					['res_id', 'in', chunk],
					['date', '>=', `${since} 00:00:00`],
				],
				{ order: 'id' },
			),
	);
	const recordsOf = new Map<number, DecisionRecord[]>();
	const lastApproval = new Map<string, number>();
	for (const [id, reference] of new Map(
		found.flat().map((row) => [row.id, noteKeyOf(row.message_id)]),
	)) {
		const record = fromReference(reference);
		if (record === null) continue;
		recordsOf.set(record.orderId, [...(recordsOf.get(record.orderId) ?? []), record]);
		const key = accountKey(record.accountId, record.companyId);
		if (record.decision === 'approved' && record.on >= since)
			lastApproval.set(key, Math.max(id, lastApproval.get(key) ?? 0));
	}
	const latest = new Map<number, EarlierDecision>();
	for (const [orderId, records] of recordsOf) {
		const decision = latestOf(records);
		if (decision) latest.set(orderId, decision);
	}
	return { latest, lastApproval };
};

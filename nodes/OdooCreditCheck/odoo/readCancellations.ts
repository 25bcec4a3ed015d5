import { chunksOf, SEARCH_SIZE } from '../../shared/odoo/batches';
import { groupBy } from '../../shared/core/collections';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { message } from '../../shared/odoo/records/party';
import type { EarlierDecision } from '../core/order';

type Latest = ReadonlyMap<number, EarlierDecision>;

/** Cancelling a quotation and setting it back leaves one each. */
const OF_A_CANCELLATION = 2;

/**
 * Decisions after which the order may have been cancelled and set back. Odoo shows nobody but its administrators what
 * changed, only that something did: from two such changes on, it may have been that. One call, none without decisions.
 */
export const withCancellations = async (
	client: OdooClient,
	latest: Latest,
	orderIds: readonly number[],
): Promise<Latest> => {
	const decided = orderIds.flatMap((id): [number, EarlierDecision][] => {
		const earlier = latest.get(id);
		return earlier ? [[id, earlier]] : [];
	});
	const since = Math.min(...decided.map(([, { messageId }]) => messageId));
	const found = await client.parallel(
		chunksOf(decided, SEARCH_SIZE),
		async (chunk) =>
			await client.search(
				message,
				['id', 'res_id'],
				[
					['model', '=', 'sale.order'],
					['res_id', 'in', chunk.map(([id]) => id)],
					['id', '>', since],
					['message_type', '=', 'notification'],
					['subtype_id.internal', '=', true],
					['body', 'in', [false, '']],
				],
			),
	);
	const changes = groupBy(found.flat(), ({ res_id: orderId }) => orderId);
	const mayBeCancelled = ([id, { messageId }]: readonly [number, EarlierDecision]) =>
		(changes.get(id) ?? []).filter((change) => change.id > messageId).length >= OF_A_CANCELLATION;
	return new Map([
		...latest,
		...decided
			.filter(mayBeCancelled)
			.map(([id, earlier]): [number, EarlierDecision] => [
				id,
				{ ...earlier, mayBeCancelled: true },
			]),
	]);
};

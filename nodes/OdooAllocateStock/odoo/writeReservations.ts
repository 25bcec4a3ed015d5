import { unique } from '../../shared/core/collections';
import { chunksOf, mergeResults, type BatchResult } from '../../shared/odoo/batches';
import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';

/** Odoo takes about 25 ms for a transfer and ends a call after 120 seconds. */
const AT_ONCE = 500;

/**
 * One `action_assign` over all these transfers: one transaction, which takes each unit of stock once. Two calls at the
 * same time could take the same unit twice, so that really big runs go one part after the other.
 * @returns what Odoo refused, by transfer; a lost answer is no refusal, what became of it is read afterwards
 */
export const writeReservations = async (
	client: OdooClient,
	pickingIds: readonly number[],
): Promise<ReadonlyMap<number, OdooError>> => {
	const parts: BatchResult<unknown>[] = [];
	for (const ids of chunksOf(unique(pickingIds), AT_ONCE))
		parts.push(await client.callEach('stock.picking', 'action_assign', ids));
	return new Map(
		[...mergeResults(parts).failed].filter(([, { kind }]) => kind !== 'outcomeUnknown'),
	);
};

import { groupValues } from '../../shared/core/collections';
import { mergeResults, type BatchResult } from '../../shared/odoo/batches';
import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { TransferUpdate } from './transfers';
import { canSplitTransfers } from './versions';

type Refused = ReadonlyMap<number, OdooError>;

/**
 * Puts what is not reserved into transfers of their own (Odoo 18 and later), so that Odoo completes those and leaves
 * the allocated ones as they are.
 * @returns what Odoo refused, by transfer
 */
export const splitTransfers = async (
	client: OdooClient,
	pickingIds: readonly number[],
): Promise<Refused> => {
	if (pickingIds.length === 0 || !(await canSplitTransfers(client))) return new Map();
	return (await client.callEach('stock.picking', 'action_split_transfer', pickingIds)).failed;
};

/** One call for the urgent ones and one for each day. @returns what Odoo refused, by transfer */
export const writeTransfers = async (
	client: OdooClient,
	{ urgent, plannedAt }: TransferUpdate,
): Promise<Refused> => {
	const byDay = groupValues(
		plannedAt,
		([, at]) => `${at.slice(0, 10)} 12:00:00`,
		([pickingId]) => pickingId,
	);
	const parts: BatchResult<unknown>[] = [];
	if (urgent.length > 0) parts.push(await client.write('stock.picking', urgent, { priority: '1' }));
	for (const [day, ids] of byDay)
		parts.push(await client.write('stock.picking', ids, { scheduled_date: day }));
	return mergeResults(parts).failed;
};

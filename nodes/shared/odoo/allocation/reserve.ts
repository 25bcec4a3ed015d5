import type { OdooError } from '../errors';
import type { OdooClient } from '../OdooClient';

/**
 * One `action_assign` over all these transfers: one transaction, which takes each unit of stock once. Two calls at the
 * same time could take the same unit twice.
 * @returns what Odoo refused, by transfer
 */
export const reserve = async (
	client: OdooClient,
	pickingIds: readonly number[],
): Promise<ReadonlyMap<number, OdooError>> => {
	if (pickingIds.length === 0) return new Map();
	const { failed } = await client.callEach('stock.picking', 'action_assign', [
		...new Set(pickingIds),
	]);
	return failed;
};

import { groupValues } from '../../shared/core/collections';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { findFacts } from '../../shared/traces/odoo/facts';
import { historyKey, type Histories } from '../core/history';
import { claimsOf, eventClaims } from './eventClaims';

/** What was marked and emitted of each order by now; one call for a page of orders. */
export const readHistories = async (
	client: OdooClient,
	scope: string,
	orderIds: readonly number[],
): Promise<Histories> => {
	// Later attempts repeat the first one.
	const claims = await findFacts(client, eventClaims(scope).content, [
		['res_id', 'in', [...orderIds]],
		...claimsOf(scope, 1),
	]);
	return groupValues(
		claims.map(({ content: { work } }) => work),
		({ type, orderId }) => historyKey(type, orderId),
		({ id }) => id,
	);
};

import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { PolicyBook } from '../core/choosePolicy';
import { decideAll } from '../core/decideAll';
import type { InvoicingOrder } from '../core/facts';
import { holdSharedDrafts, ordersOnSharedDrafts, type DecidedOrder } from '../core/sharedDrafts';
import { readInvoicingOrders, type Wanted } from './readInvoicingOrders';

export interface Deciding extends Wanted {
	readonly policies: PolicyBook;
	/** In the user's calendar, `YYYY-MM-DD`. */
	readonly today: string;
}

/**
 * Decides on each order, and on those that nobody asked about but that are on a draft about to be posted: the gate looks
 * at all of them.
 */
export const decideOrders = async (
	client: OdooClient,
	orders: readonly InvoicingOrder[],
	deciding: Deciding,
): Promise<DecidedOrder[]> => {
	const decided = decideAll(orders, deciding.policies, deciding.today);
	const neighbours = ordersOnSharedDrafts(decided);
	const more = neighbours.length > 0 ? await readInvoicingOrders(client, neighbours, deciding) : [];
	return more.length > 0
		? await decideOrders(client, [...orders, ...more], deciding)
		: holdSharedDrafts(decided);
};

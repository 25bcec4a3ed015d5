import type { PolicyBook } from '../core/choosePolicy';
import { decideAll } from '../core/decideAll';
import type { InvoicingOrder, SuppliedTexts } from '../core/facts';
import { holdSharedDrafts, ordersOnSharedDrafts, type DecidedOrder } from '../core/sharedDrafts';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { readInvoicingOrders, type InvoicingNeeds } from './readInvoicing';

export interface ReleaseRun {
	readonly policies: PolicyBook;
	readonly needs: InvoicingNeeds;
	/** What came with the workflow's items, by order. */
	readonly supplied: ReadonlyMap<number, SuppliedTexts>;
	/** In the user's calendar, `YYYY-MM-DD`. */
	readonly today: string;
	readonly dryRun: boolean;
	/** Hands posted invoices to Odoo's own sending. */
	readonly sends: boolean;
}

/**
 * Decides on each order, and on those that nobody asked about but that stand on a draft about to be posted: the gate
 * looks at all of them.
 */
export const decideOrders = async (
	client: OdooClient,
	orders: readonly InvoicingOrder[],
	run: ReleaseRun,
): Promise<DecidedOrder[]> => {
	const decided = decideAll(orders, run.policies, run.today);
	const neighbours = ordersOnSharedDrafts(decided);
	const more =
		neighbours.length > 0
			? await readInvoicingOrders(client, neighbours, run.needs, run.supplied)
			: [];
	return more.length > 0
		? await decideOrders(client, [...orders, ...more], run)
		: holdSharedDrafts(decided);
};

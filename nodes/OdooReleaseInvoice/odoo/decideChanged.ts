import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { DecidedOrder } from '../core/sharedDrafts';
import { decideOrders, type Deciding } from './decideOrders';
import { readInvoicingOrders } from './readInvoicingOrders';
import { markOf, readOrderBooks } from './readOrderBooks';

const MOST_TRIES = 3;

/**
 * What was decided, as far as it still rests on what Odoo says at this moment: one call for each 200 released orders.
 * An order that changed since it was read is read and decided anew; one that does not come to rest is left out.
 */
export const decideChanged = async (
	client: OdooClient,
	decided: readonly DecidedOrder[],
	{ tries = MOST_TRIES, ...deciding }: Deciding & { readonly tries?: number },
): Promise<readonly DecidedOrder[]> => {
	const changed = await readChanged(client, decided);
	if (changed.size === 0) return decided;
	const unchanged = decided.filter(({ order }) => !changed.has(order.id));
	if (tries === 0) return unchanged;
	const reread = await readInvoicingOrders(client, [...changed], deciding);
	const orders = [...unchanged.map(({ order }) => order), ...reread];
	const anew = await decideOrders(client, orders, deciding);
	return await decideChanged(client, anew, { ...deciding, tries: tries - 1 });
};

const readChanged = async (
	client: OdooClient,
	decided: readonly DecidedOrder[],
): Promise<ReadonlySet<number>> => {
	const released = decided.filter(({ decision }) => decision.kind === 'release');
	const books = await readOrderBooks(
		client,
		released.map(({ order }) => order.id),
	);
	const now = new Map(books.map((book) => [book.id, markOf(book).whole]));
	return new Set(
		released
			.filter(({ order }) => now.get(order.id) !== order.mark.whole)
			.map(({ order }) => order.id),
	);
};

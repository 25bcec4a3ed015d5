import { laterOf, toIso } from '../../shared/core/time';
import { NOTHING_SUPPLIED, type InvoicingOrder, type SuppliedTexts } from '../core/facts';
import type { ListPrice } from '../core/listPrice';
import type { InvoicingNeeds } from '../core/needs';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { readCustomers } from './readCustomers';
import { readInvoices } from './readInvoices';
import { readListPrices } from './readListPrices';
import { markOf, readOrderBooks } from './readOrderBooks';
import { readTransfers } from './readTransfers';
import { toOrderLines } from './toOrderLines';
import { toLedger } from './toLedger';

export interface Wanted {
	readonly needs: InvoicingNeeds;
	/** What came with the workflow's items, by order. */
	readonly supplied: ReadonlyMap<number, SuppliedTexts>;
}

const NOT_ASKED_FOR: ReadonlyMap<number, ListPrice | null> = new Map();

/**
 * Reads all that the invoice gate looks at: four to nine calls for each 200 orders.
 * @returns orders in the order of their ids
 */
export const readInvoicingOrders = async (
	client: OdooClient,
	ids: readonly number[],
	{ needs, supplied }: Wanted,
): Promise<InvoicingOrder[]> => {
	const books = await readOrderBooks(client, ids);
	if (books.length === 0) return [];
	const orderIds = books.map(({ id }) => id);
	const [{ version }, listPrices, transfersOf, invoicesOf, customers] = await Promise.all([
		client.session(),
		needs.priceList ? readListPrices(client, orderIds) : NOT_ASKED_FOR,
		readTransfers(client, orderIds, needs),
		readInvoices(client, books),
		readCustomers(client, books, needs),
	]);
	return books.map((book) => ({
		id: book.id,
		reference: book.name,
		state: toState(book.state),
		awaitedSince: toIso(laterOf(book.date_order, book.commitment_date ?? '')) ?? '',
		company: book.company_id,
		currency: book.currency_id?.name ?? '',
		customer: customers(book),
		tags: book.tag_ids.map(({ name }) => name),
		deliveryAddress: book.partner_shipping_id,
		paymentTerm: book.payment_term_id,
		fiscalPosition: book.fiscal_position_id,
		lines: toOrderLines(book, listPrices),
		...toLedger(version, book),
		isInvoiceable: book.invoice_status !== 'no',
		transfers: transfersOf.get(book.id) ?? [],
		invoices: invoicesOf.get(book.id) ?? [],
		supplied: supplied.get(book.id) ?? NOTHING_SUPPLIED,
		mark: markOf(book),
	}));
};

/** Up to Odoo 16 a locked order had the state `done`. */
const STATES: ReadonlyMap<string, InvoicingOrder['state']> = new Map([
	['sale', 'sale'],
	['done', 'sale'],
	['cancel', 'cancel'],
	['sent', 'sent'],
]);

const toState = (state: string): InvoicingOrder['state'] => STATES.get(state) ?? 'draft';

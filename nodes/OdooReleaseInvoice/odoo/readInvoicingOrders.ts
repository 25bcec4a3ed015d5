import { NOTHING_SUPPLIED, type InvoicingOrder, type SuppliedTexts } from '../core/facts';
import type { InvoicingNeeds } from '../core/needs';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { tag } from '../../shared/odoo/records/party';
import { readCountries } from './readCountries';
import { readCustomers } from './readCustomers';
import { readInvoiceLines, readInvoices } from './readInvoices';
import { readListPrices } from './readListPrices';
import { readNames } from './readNames';
import { readOrderHeaders } from './readOrderHeaders';
import { readOrderLines } from './readOrderLines';
import { readTaxNames } from './readTaxNames';
import { readTransfers } from './readTransfers';

export interface Wanted {
	readonly needs: InvoicingNeeds;
	/** What came with the workflow's items, by order. */
	readonly supplied: ReadonlyMap<number, SuppliedTexts>;
}

const NOT_ASKED_FOR: ReadonlyMap<number, number | null> = new Map();

/**
 * Reads all that the invoice gate looks at: six to eleven calls for each 200 orders.
 * @returns orders in the order of their ids
 */
export const readInvoicingOrders = async (
	client: OdooClient,
	ids: readonly number[],
	{ needs, supplied }: Wanted,
): Promise<InvoicingOrder[]> => {
	const headers = await readOrderHeaders(client, ids);
	if (headers.length === 0) return [];
	const orderIds = headers.map(({ id }) => id);
	const tagIds = headers.flatMap(({ tag_ids: tags }) => tags);
	const [plainLines, listPrices, transfersOf, invoiceLines, customers, tagNames, countries] =
		await Promise.all([
			readOrderLines(client, orderIds),
			needs.priceList ? readListPrices(client, orderIds) : NOT_ASKED_FOR,
			readTransfers(client, orderIds, needs),
			readInvoiceLines(client, orderIds),
			readCustomers(client, headers, needs),
			readNames(client, tag, tagIds),
			needs.companyCountry ? readCountries(client, headers) : NOT_ASKED_FOR,
		]);
	const linesOf = new Map(
		[...plainLines].map(([id, lines]) => [
			id,
			lines.map((line) => ({ ...line, listPrice: listPrices.get(line.id) ?? null })),
		]),
	);
	const invoicesOf = await readInvoices(client, invoiceLines, linesOf);
	const taxNames = await readTaxNames(client, linesOf, invoicesOf);
	return headers.map((header) => ({
		id: header.id,
		reference: header.name,
		state: toState(header.state),
		company: {
			id: header.company_id?.id ?? 0,
			name: header.company_id?.name ?? '',
			countryId: countries.get(header.company_id?.id ?? 0) ?? null,
		},
		currency: header.currency_id?.name ?? '',
		customer: customers(header),
		tags: tagNames(header.tag_ids),
		deliveryAddress: header.partner_shipping_id,
		paymentTerm: header.payment_term_id,
		fiscalPosition: header.fiscal_position_id,
		lines: linesOf.get(header.id) ?? [],
		transfers: transfersOf.get(header.id) ?? [],
		invoices: invoicesOf.get(header.id) ?? [],
		taxNames,
		supplied: supplied.get(header.id) ?? NOTHING_SUPPLIED,
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

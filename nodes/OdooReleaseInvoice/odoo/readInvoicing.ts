import { NOTHING_SUPPLIED, type InvoicingOrder, type SuppliedTexts } from '../core/facts';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { RecordOf } from '../../shared/odoo/records/record';
import { saleOrder } from '../../shared/odoo/records/saleOrder';
import { readCustomers } from './readCustomers';
import { readInvoiceLines, readInvoices } from './readInvoices';
import { readOrderLines } from './readLines';
import { readTransfers } from './readTransfers';
import { readListPrices } from './readListPrices';
import { readNames } from './readNames';
import { tag, company } from '../../shared/odoo/records/party';

/** What the policies of this run look at, beyond what is always read. */
export interface InvoicingNeeds {
	readonly customerTags: boolean;
	readonly credit: boolean;
	readonly vat: boolean;
	readonly companyCountry: boolean;
	readonly attachments: boolean;
	/** Field of `stock.picking` with the carrier's status. */
	readonly carrierStatusField: string | null;
	readonly priceList: boolean;
}

export const HEADER_FIELDS = [
	'id',
	'name',
	'state',
	'partner_id',
	'partner_invoice_id',
	'company_id',
	'currency_id',
	'currency_rate',
	'tag_ids',
	'payment_term_id',
	'fiscal_position_id',
] as const;

export type InvoicingHeader = RecordOf<typeof saleOrder, (typeof HEADER_FIELDS)[number]>;

/**
 * Reads all that the invoice gate looks at: six to eleven calls for each 200 orders.
 * @returns orders in the order of their ids
 * @param supplied what came with the workflow's items, by order
 */
export const readInvoicingOrders = async (
	client: OdooClient,
	ids: readonly number[],
	needs: InvoicingNeeds,
	supplied: ReadonlyMap<number, SuppliedTexts>,
): Promise<InvoicingOrder[]> => {
	const place = new Map(ids.map((id, index) => [id, index]));
	const found = await client.read(saleOrder, HEADER_FIELDS, ids);
	if (found.length === 0) return [];
	const headers = [...found].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
	const orderIds = headers.map(({ id }) => id);
	const [plainLines, listPrices, transfersOf, invoiceLines, customers, tagNames, countries] =
		await Promise.all([
			readOrderLines(client, orderIds),
			needs.priceList ? readListPrices(client, orderIds) : NO_PRICES,
			readTransfers(client, orderIds, needs),
			readInvoiceLines(client, orderIds),
			readCustomers(client, headers, needs),
			readNames(
				client,
				tag,
				headers.flatMap(({ tag_ids: tags }) => tags),
			),
			readCountries(client, headers, needs),
		]);
	const linesOf = new Map(
		[...plainLines].map(([id, lines]) => [
			id,
			lines.map((line) => ({ ...line, listPrice: listPrices.get(line.id) ?? null })),
		]),
	);
	const invoicesOf = await readInvoices(client, invoiceLines, linesOf);
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
		paymentTerm: header.payment_term_id?.name ?? null,
		fiscalPosition: header.fiscal_position_id?.name ?? null,
		lines: linesOf.get(header.id) ?? [],
		transfers: transfersOf.get(header.id) ?? [],
		invoices: invoicesOf.get(header.id) ?? [],
		supplied: supplied.get(header.id) ?? NOTHING_SUPPLIED,
	}));
};

const NO_PRICES: ReadonlyMap<number, number | null> = new Map();

const readCountries = async (
	client: OdooClient,
	headers: readonly InvoicingHeader[],
	needs: InvoicingNeeds,
): Promise<ReadonlyMap<number, number | null>> => {
	if (!needs.companyCountry) return new Map();
	const found = await client.read(
		company,
		['id', 'country_id'],
		headers.flatMap(({ company_id: owner }) => owner?.id ?? []),
	);
	return new Map(found.map(({ id, country_id: country }) => [id, country?.id ?? null]));
};

/** Up to Odoo 16 a locked order had the state `done`. */
const toState = (state: string): InvoicingOrder['state'] =>
	state === 'sale' || state === 'done'
		? 'sale'
		: state === 'cancel'
			? 'cancel'
			: state === 'sent'
				? 'sent'
				: 'draft';

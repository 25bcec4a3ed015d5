import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { RecordOf } from '../../shared/odoo/records/record';
import { saleOrder } from '../../shared/odoo/records/saleOrder';

const HEADER_FIELDS = [
	'id',
	'name',
	'state',
	'partner_id',
	'partner_invoice_id',
	'partner_shipping_id',
	'company_id',
	'currency_id',
	'currency_rate',
	'tag_ids',
	'payment_term_id',
	'fiscal_position_id',
] as const;

export type InvoicingHeader = RecordOf<typeof saleOrder, (typeof HEADER_FIELDS)[number]>;

/** @returns the orders that exist, in the order of their ids here */
export const readOrderHeaders = async (
	client: OdooClient,
	ids: readonly number[],
): Promise<InvoicingHeader[]> => {
	const place = new Map(ids.map((id, index) => [id, index]));
	const found = await client.read(saleOrder, HEADER_FIELDS, ids);
	return [...found].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
};

import { OdooError } from '../../shared/odoo/errors';
import type { OrderRow } from './readOrders';
import type { PartnerRow } from './readPartners';

/** An order with who owes for it. */
export interface OrderWithDebtor {
	readonly row: OrderRow;
	readonly account: PartnerRow;
	readonly partners: ReadonlyMap<number, PartnerRow>;
}

const refuse = (row: OrderRow, reason: string, advice: string): OdooError =>
	new OdooError({
		kind: 'validation',
		call: 'sale.order credit check',
		reason: `${row.name}: ${reason}`,
		advice,
	});

const UNSEEN =
	'Check that the customer still exists and that the integration user may see it in the company of the order.';

/** The debtor of an order, or why there is none to decide about. */
export const findDebtor = (
	row: OrderRow,
	partners: ReadonlyMap<number, PartnerRow>,
): OrderWithDebtor | OdooError => {
	if (row.partner_id === null || row.partner_invoice_id === null)
		return refuse(row, 'the order has no customer', 'Enter the customer on the order.');
	const customer = partners.get(row.partner_id.id);
	const invoiceTo = partners.get(row.partner_invoice_id.id);
	const account = partners.get(invoiceTo?.commercial_partner_id?.id ?? 0);
	if (!customer)
		return refuse(row, `the customer '${row.partner_id.display_name}' cannot be seen`, UNSEEN);
	if (!invoiceTo || !account)
		return refuse(
			row,
			`the company that pays for '${row.partner_invoice_id.display_name}' cannot be seen`,
			UNSEEN,
		);
	// A buyer who left is archived, his company still owes.
	if (!account.active)
		return refuse(
			row,
			`the customer '${account.name}' is archived`,
			'Restore the customer, or move the order to another one.',
		);
	return { row, account, partners };
};

import { indexBy } from '../../shared/core/collections';
import {
	divide,
	exact,
	isPositive,
	multiply,
	subtract,
	ZERO,
	type Exact,
} from '../../shared/core/exact';
import { readAccountIds } from '../../shared/ledger/odoo/readAccountIds';
import { confirmedStates } from '../../shared/odoo/fieldNames';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { saleOrder } from '../../shared/odoo/records/saleOrder';
import { saleOrderLine } from '../../shared/odoo/records/saleOrderLine';

export interface CompanyAccounts {
	readonly client: OdooClient;
	readonly companyId: number;
	readonly accountIds: readonly number[];
}

export interface Part {
	readonly accountId: number;
	readonly amount: Exact;
}

/** What of confirmed orders is still to come as an invoice. */
export const readUninvoiced = async ({
	client,
	companyId,
	accountIds,
}: CompanyAccounts): Promise<Part[]> => {
	const { version } = await client.session();
	const lines = await client.searchIn(
		saleOrderLine,
		['order_id', 'price_total', 'product_uom_qty', 'qty_invoiced'],
		'order_id.partner_invoice_id.commercial_partner_id',
		accountIds,
		[
			['state', 'in', [...confirmedStates(version)]],
			['invoice_status', '!=', 'invoiced'],
			['display_type', '=', false],
			['company_id', '=', companyId],
		],
	);
	const orders = await client.read(
		saleOrder,
		['id', 'currency_rate', 'partner_invoice_id'],
		lines.flatMap(({ order_id: order }) => order?.id ?? []),
	);
	const accountOf = await readAccountIds(
		client,
		orders.flatMap(({ partner_invoice_id: to }) => to?.id ?? []),
	);
	const orderOf = indexBy(orders, ({ id }) => id);
	return lines.flatMap((line) => {
		const order = orderOf.get(line.order_id?.id ?? 0);
		const accountId = accountOf.get(order?.partner_invoice_id?.id ?? 0);
		return accountId === undefined
			? []
			: [{ accountId, amount: toCome(line, order?.currency_rate ?? 1) }];
	});
};

/** In the company's currency: what of the line is still to come as an invoice, whatever the invoicing policy. */
const toCome = (
	line: {
		readonly price_total: number;
		readonly product_uom_qty: number;
		readonly qty_invoiced: number;
	},
	rate: number,
): Exact => {
	const quantity = exact(line.product_uom_qty);
	const left = subtract(quantity, exact(line.qty_invoiced));
	if (!isPositive(quantity) || !isPositive(left)) return ZERO;
	return divide(divide(multiply(exact(line.price_total), left), quantity), exact(rate || 1));
};

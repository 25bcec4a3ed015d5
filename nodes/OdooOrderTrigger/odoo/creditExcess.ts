import {
	add,
	compare,
	divide,
	exact,
	isPositive,
	multiply,
	roundTo,
	subtract,
	ZERO,
	type Exact,
} from '../../shared/core/exact';
import { confirmedStates, receivableTypeIn } from '../../shared/odoo/fieldNames';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { accountMoveLine } from '../../shared/odoo/records/accountMove';
import { partner } from '../../shared/odoo/records/partner';
import { saleOrder } from '../../shared/odoo/records/saleOrder';
import { saleOrderLine } from '../../shared/odoo/records/saleOrderLine';

export interface Exceeded {
	/** In the company's currency. */
	readonly exposure: number;
	readonly limit: number;
}

/** Receivable and uninvoiced orders beside the limit, for the accounts that have one: four calls. */
export const readExceeded = async (
	client: OdooClient,
	companyId: number,
	accountIds: readonly number[],
): Promise<ReadonlyMap<number, Exceeded>> => {
	const own = client.forCompanies([companyId]);
	const { version } = await own.session();
	const partners = await own.read(
		partner,
		['id', 'credit_limit', 'use_partner_credit_limit'],
		accountIds,
	);
	const limited = partners.filter(
		({ credit_limit: limit, use_partner_credit_limit: used }) =>
			limit > 0 && (used || version < 16),
	);
	if (limited.length === 0) return new Map();
	const ids = limited.map(({ id }) => id);
	const debtor = 'order_id.partner_invoice_id.commercial_partner_id';
	const [items, lines] = await Promise.all([
		own.searchIn(accountMoveLine, ['partner_id', 'amount_residual'], 'partner_id', ids, [
			['account_type', '=', receivableTypeIn(version)],
			['parent_state', '=', 'posted'],
			['reconciled', '=', false],
			['company_id', '=', companyId],
		]),
		own.searchIn(
			saleOrderLine,
			['order_id', 'price_total', 'product_uom_qty', 'qty_invoiced'],
			debtor,
			ids,
			[
				['state', 'in', [...confirmedStates(version)]],
				['invoice_status', '!=', 'invoiced'],
				['display_type', '=', false],
				['company_id', '=', companyId],
			],
		),
	]);
	const orders = await own.read(
		saleOrder,
		['id', 'currency_rate', 'partner_invoice_id'],
		lines.flatMap(({ order_id: order }) => order?.id ?? []),
	);
	const contacts = await own.read(
		partner,
		['id', 'commercial_partner_id'],
		orders.flatMap(({ partner_invoice_id: to }) => to?.id ?? []),
	);
	const exposure = new Map<number, Exact>();
	const count = (account: number | undefined, amount: Exact) =>
		account !== undefined && exposure.set(account, add(exposure.get(account) ?? ZERO, amount));
	for (const item of items) count(item.partner_id?.id, exact(item.amount_residual));
	const orderOf = new Map(orders.map((order) => [order.id, order]));
	const accountOf = new Map(
		contacts.map(({ id, commercial_partner_id: account }) => [id, account?.id]),
	);
	for (const line of lines) {
		const order = orderOf.get(line.order_id?.id ?? 0);
		count(
			accountOf.get(order?.partner_invoice_id?.id ?? 0),
			uninvoiced(line, order?.currency_rate ?? 1),
		);
	}
	return new Map(
		limited.flatMap(({ id, credit_limit: limit }) => {
			const total = exposure.get(id) ?? ZERO;
			return compare(total, exact(limit)) > 0
				? [[id, { exposure: roundTo(total, 2), limit }] as const]
				: [];
		}),
	);
};

/** In the company's currency: what of the line is still to come as an invoice, whatever the invoicing policy. */
const uninvoiced = (
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

import type { OrderFacts } from '../core/case';
import type { OdooClient } from '../../odoo/OdooClient';
import { saleOrder } from '../../odoo/records/saleOrder';

/** What a case needs to know of its order; one call for 200 orders. An order that is gone or hidden is missing. */
export const readCaseOrders = async (
	client: OdooClient,
	orderIds: readonly number[],
): Promise<ReadonlyMap<number, OrderFacts>> => {
	const orders = await client.read(
		saleOrder,
		['id', 'name', 'partner_id', 'company_id', 'currency_id', 'amount_total', 'user_id'],
		orderIds,
	);
	return new Map(
		orders.map((order) => [
			order.id,
			{
				id: order.id,
				reference: order.name,
				customer: order.partner_id?.name ?? '',
				companyId: order.company_id?.id ?? 0,
				total: order.amount_total,
				currency: order.currency_id?.name ?? '',
				salespersonId: order.user_id?.id ?? null,
			},
		]),
	);
};

import { laterOf } from '../../shared/core/time';
import { accountKey } from '../../shared/ledger/core/debtor';
import { readAccountIds } from '../../shared/ledger/odoo/readAccountIds';
import { confirmedStates } from '../../shared/odoo/fieldNames';
import { saleOrder } from '../../shared/odoo/records/saleOrder';
import { eventId, type OrderEvent } from '../core/orderEvent';
import type { EventSource } from './eventSource';
import { filterDomain } from './orderFilter';
import { readExceeded } from './readExceeded';
import { readWritten } from './readWritten';

const ORDER = [
	'id',
	'name',
	'date_order',
	'create_date',
	'write_date',
	'partner_invoice_id',
	'company_id',
] as const;

/** A confirmed order whose debtor owes and has ordered more than the credit limit in Odoo allows. */
export const ordersOverLimit: EventSource = {
	async read(client, { filter }, reading) {
		const { version } = await client.session();
		const orders = await readWritten(
			client,
			{
				type: saleOrder,
				fields: ORDER,
				domain: [['state', 'in', [...confirmedStates(version)]], ...filterDomain(filter)],
			},
			reading,
		);
		if (orders.length === 0) return [];
		const accountOf = await readAccountIds(
			client,
			orders.flatMap(({ partner_invoice_id: to }) => to?.id ?? []),
		);
		const debtorOf = new Map(
			orders.flatMap(({ id, partner_invoice_id: to, company_id: company }) => {
				const accountId = accountOf.get(to?.id ?? 0);
				return accountId && company ? [[id, { accountId, companyId: company.id }] as const] : [];
			}),
		);
		const exceeded = await readExceeded(client, [...debtorOf.values()]);
		return orders.map((order) => {
			const debtor = debtorOf.get(order.id);
			const excess = debtor && exceeded.get(accountKey(debtor.accountId, debtor.companyId));
			const document = { model: 'sale.order', id: order.id, reference: order.name };
			const orderedAt = order.date_order ?? '';
			const events: OrderEvent[] = excess
				? [
						{
							id: eventId('creditLimitExceeded', order.id, orderedAt),
							type: 'creditLimitExceeded',
							orderId: order.id,
							occurredAt: laterOf(orderedAt, order.create_date ?? ''),
							document,
							detail: { ...excess },
						},
					]
				: [];
			return { id: order.id, writtenAt: order.write_date ?? '', events };
		});
	},
};

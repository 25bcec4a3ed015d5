import { laterOf } from '../../shared/core/time';
import { eventId, type OrderEvent } from '../core/orderEvent';
import { confirmedStates } from '../../shared/odoo/fieldNames';
import { partner } from '../../shared/odoo/records/partner';
import { saleOrder } from '../../shared/odoo/records/saleOrder';
import { readExceeded, type Exceeded } from './creditExcess';
import { readWritten, type EventSource } from './eventSource';
import { filterDomain } from './orderFilter';

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
export const creditSource: EventSource = {
	name: 'credit',
	types: ['creditLimitExceeded'],
	async read(client, { filter }, reading) {
		const { version } = await client.session();
		const orders = await readWritten(
			client,
			saleOrder,
			ORDER,
			[['state', 'in', [...confirmedStates(version)]], ...filterDomain(filter)],
			reading,
		);
		if (orders.length === 0) return [];
		const contacts = await client.read(
			partner,
			['id', 'commercial_partner_id'],
			orders.flatMap(({ partner_invoice_id: to }) => to?.id ?? []),
		);
		const accountOf = new Map(
			contacts.map(({ id, commercial_partner_id: account }) => [id, account?.id ?? id]),
		);
		const companies = [...new Set(orders.flatMap(({ company_id: company }) => company?.id ?? []))];
		const exceeded = new Map<number, ReadonlyMap<number, Exceeded>>();
		for (const company of companies)
			exceeded.set(company, await readExceeded(client, company, [...new Set(accountOf.values())]));
		return orders.map((order) => {
			const account = accountOf.get(order.partner_invoice_id?.id ?? 0) ?? 0;
			const excess = exceeded.get(order.company_id?.id ?? 0)?.get(account);
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

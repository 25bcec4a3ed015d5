import { picking } from '../../shared/odoo/records/stock';
import { eventId } from '../core/orderEvent';
import { CUSTOMER_DELIVERY } from './customerDocuments';
import type { EventSource } from './eventSource';
import { filterDomain } from './orderFilter';
import { readWritten } from './readWritten';

const FIELDS = ['id', 'name', 'sale_id', 'date_done', 'write_date'] as const;

/** Goods that left for the customer. A finished delivery stays so. */
export const deliveries: EventSource = {
	async read(client, { filter }, reading) {
		const pickings = await readWritten(
			client,
			{
				type: picking,
				fields: FIELDS,
				domain: [['state', '=', 'done'], ...CUSTOMER_DELIVERY, ...filterDomain(filter, 'sale_id.')],
			},
			reading,
		);
		return pickings.map(({ id, name, sale_id: order, date_done: doneAt, write_date: written }) => {
			const writtenAt = written ?? '';
			const document = { model: 'stock.picking', id, reference: name };
			const events = order
				? [
						{
							id: eventId('deliveryDone', id),
							type: 'deliveryDone' as const,
							orderId: order.id,
							occurredAt: doneAt ?? writtenAt,
							document,
						},
					]
				: [];
			return { id, writtenAt, events };
		});
	},
};

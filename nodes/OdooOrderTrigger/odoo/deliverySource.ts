import { eventId } from '../core/orderEvent';
import { picking } from '../../shared/odoo/records/stock';
import { readWritten, type EventSource } from './eventSource';
import { filterDomain } from './orderFilter';

/** Goods that left for the customer: the last step of a delivery, or a drop shipment. A finished one stays so. */
export const deliverySource: EventSource = {
	name: 'delivery',
	types: ['deliveryDone'],
	async read(client, { filter }, reading) {
		const pickings = await readWritten(
			client,
			picking,
			['id', 'name', 'sale_id', 'date_done', 'write_date'],
			[
				['state', '=', 'done'],
				['picking_type_code', 'in', ['outgoing', 'dropship']],
				['sale_id', '!=', false],
				...filterDomain(filter, 'sale_id.'),
			],
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

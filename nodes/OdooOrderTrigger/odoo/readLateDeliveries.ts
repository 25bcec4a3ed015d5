import { laterOf } from '../../shared/core/time';
import type { OdooDomain } from '../../shared/odoo/domain';
import { picking } from '../../shared/odoo/records/stock';
import { dateTime, id, many2one, text } from '../../shared/odoo/records/fields';
import { defineRecord, type RecordOf } from '../../shared/odoo/records/record';
import { eventId, type OrderEvent } from '../core/orderEvent';
import { CUSTOMER_DELIVERY } from './customerDocuments';
import type { DueSource } from './eventSource';
import { filterDomain } from './orderFilter';

const delivery = defineRecord(picking.model, {
	id,
	name: text,
	sale_id: many2one,
	scheduled_date: dateTime,
	create_date: dateTime,
	write_date: dateTime,
});
const FIELDS = ['id', 'name', 'sale_id', 'scheduled_date', 'create_date', 'write_date'] as const;

type Cause = 'late' | 'noStock';

const toEvent = (row: RecordOf<typeof delivery>, cause: Cause): OrderEvent[] => {
	const {
		id: deliveryId,
		name,
		sale_id: order,
		scheduled_date: scheduled,
		create_date: created,
		write_date: written,
	} = row;
	if (!order) return [];
	const at = { late: scheduled ?? '', noStock: written ?? '' }[cause];
	return [
		{
			id: eventId('reservationFailed', deliveryId, scheduled ?? ''),
			type: 'reservationFailed',
			orderId: order.id,
			occurredAt: laterOf(at, created ?? ''),
			document: { model: 'stock.picking', id: deliveryId, reference: name },
			detail: { cause },
		},
	];
};

/** Confirmed orders whose delivery is past its scheduled date, or was to be reserved at once and lacks stock. */
export const lateDeliveries: DueSource = {
	async read(client, { filter }, { from, now, limit }) {
		const { version } = await client.session();
		const open: OdooDomain = [
			['state', 'in', ['waiting', 'confirmed', 'assigned']],
			...CUSTOMER_DELIVERY,
			...filterDomain(filter, 'sale_id.'),
		];
		const late: OdooDomain = [
			['scheduled_date', '<', now],
			...open,
			'|',
			['scheduled_date', '>=', from],
			['write_date', '>=', from],
		];
		const atOnce: OdooDomain =
			version < 15 ? [] : [['picking_type_id.reservation_method', '=', 'at_confirm']];
		const lacking: OdooDomain = [
			['write_date', '>=', from],
			['move_ids.state', 'in', ['confirmed', 'partially_available']],
			...atOnce,
			...open,
		];
		const options = { order: 'write_date desc, id', ...(limit === undefined ? {} : { limit }) };
		const [lateOnes, lackingOnes] = await Promise.all([
			client.search(delivery, FIELDS, late, options),
			client.search(delivery, FIELDS, lacking, options),
		]);
		return [
			...lateOnes.flatMap((row) => toEvent(row, 'late')),
			...lackingOnes.flatMap((row) => toEvent(row, 'noStock')),
		];
	},
};

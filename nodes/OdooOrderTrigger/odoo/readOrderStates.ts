import { laterOf, type OdooTime } from '../../shared/core/time';
import type { OdooDomain } from '../../shared/odoo/domain';
import { anyOf } from '../../shared/odoo/domain';
import { confirmedStates } from '../../shared/odoo/fieldNames';
import { saleOrder } from '../../shared/odoo/records/saleOrder';
import type { EventType } from '../core/eventTypes';
import { eventId, type OrderEvent } from '../core/orderEvent';
import type { EventSource } from './eventSource';
import { filterDomain } from './orderFilter';
import { readWritten } from './readWritten';

/**
 * Confirming gives the order a new date, so the date tells a second confirmation from the first. A quotation that is
 * sent or cancelled keeps it: sending it again without a confirmation in between is the same event.
 */
const STATES: readonly {
	readonly type: EventType;
	readonly statesIn: (version: number) => readonly string[];
}[] = [
	{ type: 'orderConfirmed', statesIn: confirmedStates },
	{ type: 'quotationSent', statesIn: () => ['sent'] },
	{ type: 'orderCancelled', statesIn: () => ['cancel'] },
];

const FIELDS = ['id', 'name', 'state', 'date_order', 'create_date', 'write_date'] as const;

/** The state of a sales order. */
export const orderStates: EventSource = {
	async read(client, { types, filter }, reading) {
		const { version } = await client.session();
		const wanted = STATES.filter(({ type }) => types.includes(type)).map(({ type, statesIn }) => ({
			type,
			states: statesIn(version),
		}));
		const inState = anyOf(wanted.map(({ states }): OdooDomain => [['state', 'in', [...states]]]));
		const orders = await readWritten(
			client,
			{ type: saleOrder, fields: FIELDS, domain: [...inState, ...filterDomain(filter)] },
			reading,
		);
		return orders.map(
			({ id, name, state, date_order: orderedAt, create_date: createdAt, write_date: written }) => {
				const writtenAt: OdooTime = written ?? '';
				const type = wanted.find(({ states }) => states.includes(state))?.type;
				// An order may be made as a confirmed one, with the date of long ago.
				const confirmedAt = laterOf(orderedAt ?? '', createdAt ?? '');
				const occurredAt = type === 'orderConfirmed' ? confirmedAt : writtenAt;
				const document = { model: 'sale.order', id, reference: name };
				const events: OrderEvent[] = type
					? [{ id: eventId(type, id, orderedAt ?? ''), type, orderId: id, occurredAt, document }]
					: [];
				return { id, writtenAt, events };
			},
		);
	},
};

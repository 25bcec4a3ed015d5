import { eventId, type OrderEvent } from '../core/orderEvent';
import { laterOf, type OdooTime } from '../../shared/core/time';
import { anyOf, type OdooDomain } from '../../shared/odoo/domain';
import { confirmedStates } from '../../shared/odoo/fieldNames';
import { saleOrder } from '../../shared/odoo/records/saleOrder';
import { readWritten, type EventSource } from './eventSource';
import { filterDomain } from './orderFilter';

/**
 * Confirming gives the order a new date, so the date tells a second confirmation from the first. A quotation that is
 * sent or cancelled keeps it: sending it again without a confirmation in between is the same event.
 */
const BY_STATE = {
	orderConfirmed: { state: (version: number) => confirmedStates(version) },
	quotationSent: { state: () => ['sent'] },
	orderCancelled: { state: () => ['cancel'] },
} as const satisfies {
	readonly [type: string]: { readonly state: (version: number) => readonly string[] };
};

type StateEvent = keyof typeof BY_STATE;
const STATE_EVENTS = Object.keys(BY_STATE) as StateEvent[];

/** The state of a sales order. */
export const orderSource: EventSource = {
	name: 'order',
	types: STATE_EVENTS,
	async read(client, query, reading) {
		const { version } = await client.session();
		const wanted = STATE_EVENTS.filter((type) => query.types.includes(type));
		const states = anyOf(
			wanted.map((type): OdooDomain => [['state', 'in', [...BY_STATE[type].state(version)]]]),
		);
		const orders = await readWritten(
			client,
			saleOrder,
			['id', 'name', 'state', 'date_order', 'create_date', 'write_date'],
			[...states, ...filterDomain(query.filter)],
			reading,
		);
		return orders.map(
			({ id, name, state, date_order: orderedAt, create_date: createdAt, write_date: written }) => {
				const writtenAt: OdooTime = written ?? '';
				const type = wanted.find((candidate) => BY_STATE[candidate].state(version).includes(state));
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

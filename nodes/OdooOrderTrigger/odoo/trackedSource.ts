import { decideChange, decideHold, digestOf, type History, type Step } from '../core/history';
import type { OrderEvent } from '../core/orderEvent';
import type { EventType } from '../core/eventTypes';
import { anyOf, type OdooDomain } from '../../shared/odoo/domain';
import { confirmedStates } from '../../shared/odoo/fieldNames';
import { FIRST_CALLING_AFTER_COMMIT } from './hooks';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { findTags } from '../../shared/traces/odoo/tags';
import { readHistories } from './claimRecords';
import type { EventQuery, EventRow, EventSource, Reading } from './eventSource';
import { filterDomain } from './orderFilter';
import { readTracked, type Tracked } from './trackedOrders';

/** What an order is now beside what was noted of it before: changes of watched fields, and holds that ended. */
export const trackedSource: EventSource = {
	baseline: async (client, query) => await baseline(client, query),
	name: 'tracked',
	types: ['orderChanged', 'holdReleased'],
	async read(client, query, reading) {
		const { version } = await client.session();
		const confirmed = confirmedStates(version);
		const wants = (type: EventType) => query.types.includes(type);
		const states: OdooDomain = wants('holdReleased')
			? [['state', '!=', 'cancel']]
			: [['state', 'in', [...confirmed]]];
		const fields = wants('orderChanged') ? query.watchedFields : [];
		const orders = await readTracked(
			client,
			fields,
			[...states, ...filterDomain(query.filter)],
			reading,
		);
		if (orders.length === 0) return [];
		const decideStep = await stepDecider(client, query, reading, orders);
		return orders.map((order) => toRow(order, decideStep(order, confirmed.includes(order.state))));
	},
};

/** Open orders beyond the latest of so many have their first write told as a change or not at all. */
const MOST_IN_BASELINE = 2_000;

/** Holds and open orders as they are now. */
const baseline = async (client: OdooClient, query: EventQuery): Promise<OrderEvent[]> => {
	const domains: OdooDomain[] = [
		...(query.types.includes('holdReleased')
			? [[['tag_ids.name', '=', query.holdTag]] as const]
			: []),
		...(query.types.includes('orderChanged')
			? [[['invoice_status', '!=', 'invoiced']] as const]
			: []),
	];
	const rows = await trackedSource.read(client, query, {
		kind: 'state',
		domain: anyOf(domains),
		limit: MOST_IN_BASELINE,
	});
	return rows.flatMap(({ marks }) => marks ?? []);
};

type TypedStep = readonly [EventType, Step];

const stepDecider = async (
	client: OdooClient,
	query: EventQuery,
	reading: Reading,
	orders: readonly Tracked[],
) => {
	const wants = (type: EventType) => query.types.includes(type);
	const held = wants('holdReleased')
		? (await findTags(client, [query.holdTag])).get(query.holdTag)
		: undefined;
	const orderIds = orders.map(({ id: orderId }) => orderId);
	const isSample = reading.kind === 'latest';
	const histories = isSample
		? new Map<string, History>()
		: await readHistories(client, query.scope, orderIds);
	const historyOf = (type: EventType, orderId: number): History =>
		isSample ? [`${type}-sample`] : (histories.get(`${type}-${orderId}`) ?? []);
	const { version } = await client.session();
	// An older Odoo calls before it commits: what is read then may be the values of before.
	const wasWritten = reading.kind === 'records' && version >= FIRST_CALLING_AFTER_COMMIT;
	return (order: Tracked, isConfirmed: boolean): TypedStep[] => {
		const values = Object.entries(order).filter(([field]) => query.watchedFields.includes(field));
		const digest = digestOf(JSON.stringify(values));
		const change = { digest, wasWritten };
		const isHeld = held !== undefined && order.tag_ids.includes(held);
		return [
			...(wants('orderChanged') && isConfirmed
				? [
						[
							'orderChanged',
							decideChange(order.id, historyOf('orderChanged', order.id), change),
						] as const,
					]
				: []),
			...(wants('holdReleased')
				? [
						[
							'holdReleased',
							decideHold(order.id, historyOf('holdReleased', order.id), isHeld),
						] as const,
					]
				: []),
		];
	};
};

const toRow = (order: Tracked, steps: readonly TypedStep[]): EventRow => {
	const writtenAt = order.write_date ?? '';
	const document = { model: 'sale.order', id: order.id, reference: order.name };
	const of = (kind: Step['kind']): OrderEvent[] =>
		steps.flatMap(([type, step]) =>
			step.kind === kind && step.kind !== 'nothing'
				? [{ id: step.id, type, orderId: order.id, occurredAt: writtenAt, document }]
				: [],
		);
	return { id: order.id, writtenAt, events: of('event'), marks: of('mark') };
};

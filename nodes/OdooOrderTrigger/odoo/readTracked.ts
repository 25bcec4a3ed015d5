import { anyOf, type OdooDomain } from '../../shared/odoo/domain';
import { confirmedStates } from '../../shared/odoo/fieldNames';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { findTags } from '../../shared/traces/odoo/tags';
import { digestOf } from '../core/digest';
import type { EventQuery } from '../core/eventQuery';
import type { EventType } from '../core/eventTypes';
import { historyKey, type History, type Step } from '../core/history';
import type { OrderEvent } from '../core/orderEvent';
import type { EventRow } from '../core/page';
import { decideSteps, type TypedStep } from '../core/sighting';
import type { EventSource, Reading } from './eventSource';
import { FIRST_CALLING_AFTER_COMMIT } from './hooks';
import { filterDomain } from './orderFilter';
import { readHistories } from './readHistories';
import { readWatched, type Watched } from './readWatched';

/** Changes of watched fields, and holds that ended. */
export const trackedOrders: EventSource = {
	baseline: async (client, query) => await readBaseline(client, query),
	async read(client, query, reading) {
		const { version } = await client.session();
		const { types, watchedFields } = query;
		const confirmed = confirmedStates(version);
		const states: OdooDomain = types.includes('holdReleased')
			? [['state', '!=', 'cancel']]
			: [['state', 'in', [...confirmed]]];
		const orders = await readWatched(
			client,
			{
				fields: types.includes('orderChanged') ? watchedFields : [],
				domain: [...states, ...filterDomain(query.filter)],
			},
			reading,
		);
		if (orders.length === 0) return [];
		const holdTag = await readHoldTag(client, query);
		const historyOf = await readMemory(
			client,
			query,
			reading.kind === 'latest' ? null : orders.map(({ id }) => id),
		);
		return orders.map((order) => {
			const values = Object.entries(order).filter(([field]) => watchedFields.includes(field));
			const sighting = {
				orderId: order.id,
				digest: digestOf(JSON.stringify(values)),
				// An older Odoo calls before it commits: what is read then may be the values of before.
				wasWritten: reading.kind === 'records' && version >= FIRST_CALLING_AFTER_COMMIT,
				isConfirmed: confirmed.includes(order.state),
				isHeld: holdTag !== undefined && order.tag_ids.includes(holdTag),
			};
			return toRow(order, decideSteps(types, sighting, historyOf));
		});
	},
};

const readHoldTag = async (
	client: OdooClient,
	{ types, holdTag }: EventQuery,
): Promise<number | undefined> =>
	types.includes('holdReleased') ? (await findTags(client, [holdTag])).get(holdTag) : undefined;

/** @param orderIds null for a sample, which shows every order as if it were known */
const readMemory = async (
	client: OdooClient,
	{ scope }: EventQuery,
	orderIds: readonly number[] | null,
): Promise<(type: EventType, orderId: number) => History> => {
	if (orderIds === null) return (type) => [`${type}-sample`];
	const histories = await readHistories(client, scope, orderIds);
	return (type, orderId) => histories.get(historyKey(type, orderId)) ?? [];
};

/** Open orders beyond the latest of so many have their first write emitted as a change or not at all. */
const MOST_IN_BASELINE = 2_000;

/** Holds and open orders as they are now. */
const readBaseline = async (client: OdooClient, query: EventQuery): Promise<OrderEvent[]> => {
	const domains: OdooDomain[] = [
		...(query.types.includes('holdReleased')
			? [[['tag_ids.name', '=', query.holdTag]] as const]
			: []),
		...(query.types.includes('orderChanged')
			? [[['invoice_status', '!=', 'invoiced']] as const]
			: []),
	];
	const reading: Reading = { kind: 'state', domain: anyOf(domains), limit: MOST_IN_BASELINE };
	const rows = await trackedOrders.read(client, query, reading);
	return rows.flatMap(({ marks }) => marks ?? []);
};

const toRow = (order: Watched, steps: readonly TypedStep[]): EventRow => {
	const writtenAt = order.write_date ?? '';
	const document = { model: 'sale.order', id: order.id, reference: order.name };
	const of = (kind: Step['kind']): OrderEvent[] =>
		steps.flatMap(({ type, step }) =>
			step.kind === kind && step.kind !== 'nothing'
				? [{ id: step.id, type, orderId: order.id, occurredAt: writtenAt, document }]
				: [],
		);
	return { id: order.id, writtenAt, events: of('event'), marks: of('mark') };
};

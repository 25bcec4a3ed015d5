import { DAY_SECONDS, shifted } from '../../shared/core/time';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { firstAttempts } from '../../shared/traces/core/claims';
import type { EventQuery } from '../core/eventQuery';
import type { OrderEvent } from '../core/orderEvent';
import { dueSourcesOf, sourcesOf } from './eventSources';
import { readClock } from './readClock';
import { readEventOrders, withOrders, type Delivered } from './readEventOrders';

const SAMPLE_SIZE = 3;
const SAMPLE_DAYS = 365;

/** A few recent events of the chosen types with their orders, the latest first for each kind. Changes nothing. */
export const readSample = async (client: OdooClient, query: EventQuery): Promise<Delivered[]> => {
	const events = [...(await readLatest(client, query)), ...(await readLatestDue(client, query))];
	return withOrders(firstAttempts(events), await readEventOrders(client, events));
};

const readLatest = async (client: OdooClient, query: EventQuery): Promise<OrderEvent[]> => {
	const rows = await client.parallel(
		sourcesOf(query.types),
		async ({ read }) => await read(client, query, { kind: 'latest', limit: SAMPLE_SIZE }),
	);
	return rows.flat().flatMap(({ events }) => events);
};

const readLatestDue = async (client: OdooClient, query: EventQuery): Promise<OrderEvent[]> => {
	const sources = dueSourcesOf(query.types);
	if (sources.length === 0) return [];
	const now = await readClock(client);
	const from = shifted(now, -SAMPLE_DAYS * DAY_SECONDS);
	const found = await client.parallel(
		sources,
		async ({ read }) => await read(client, query, { from, now, limit: SAMPLE_SIZE }),
	);
	return found.flat();
};

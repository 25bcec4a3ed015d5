import type { OrderEvent } from '../../core/events/orderEvent';
import type { OdooClient } from '../OdooClient';
import type { EventQuery } from './eventSource';
import { sourcesOf } from './eventSources';

const SAMPLE_SIZE = 3;

/** A few recent events of the chosen types, the latest first. Changes nothing. */
export const sample = async (client: OdooClient, query: EventQuery): Promise<OrderEvent[]> => {
	const rows = await client.parallel(
		sourcesOf(query.types),
		async (source) => await source.read(client, query, { kind: 'latest', limit: SAMPLE_SIZE }),
	);
	return rows.flat().flatMap(({ events }) => events);
};

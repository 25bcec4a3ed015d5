import type { OrderEvent } from '../core/orderEvent';
import { DAY_SECONDS, shifted } from '../../shared/core/time';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { EventQuery } from './eventSource';
import { dueSourcesOf, sourcesOf } from './eventSources';
import { odooNow } from './odooClock';

const SAMPLE_SIZE = 3;
const SAMPLE_DAYS = 365;

/** A few recent events of the chosen types, the latest first for each kind. Changes nothing. */
export const sample = async (client: OdooClient, query: EventQuery): Promise<OrderEvent[]> => {
	const rows = await client.parallel(
		sourcesOf(query.types),
		async (source) => await source.read(client, query, { kind: 'latest', limit: SAMPLE_SIZE }),
	);
	const dueSources = dueSourcesOf(query.types);
	const now = dueSources.length > 0 ? await odooNow(client) : '';
	const due = await client.parallel(
		dueSources,
		async (source) =>
			await source.read(client, query, {
				from: shifted(now, -SAMPLE_DAYS * DAY_SECONDS),
				now,
				limit: SAMPLE_SIZE,
			}),
	);
	return [...rows.flat().flatMap(({ events }) => events), ...due.flat()];
};

import { shifted, type OdooTime } from '../../core/events/odooTime';
import type { EventType } from '../../core/events/eventTypes';
import type { OrderEvent } from '../../core/events/orderEvent';
import type { OdooClient } from '../OdooClient';
import { sourcesOf } from './eventSources';
import type { OrderFilter } from './orderFilter';

/** What a webhook call says: something may have happened to this record. */
export interface Hint {
	readonly type: EventType;
	readonly recordId: number;
}

/** Odoo 17 and 18 call before they commit; the last wait is longer than most transactions take after it. */
const WAITS_MS = { beforeCommit: [0, 2_000, 5_000], afterCommit: [0] };
const FIRST_CALLING_AFTER_COMMIT = 19;

/**
 * The events that Odoo confirms for a hint. A transaction that is still open, or was rolled back, shows nothing: then
 * the sweep tells of it, if it ever comes.
 * @param since events before it are history
 */
export const confirmHint = async (
	client: OdooClient,
	hint: Hint,
	settings: {
		readonly filter: OrderFilter;
		readonly since: OdooTime;
		readonly overlapSeconds: number;
	},
): Promise<OrderEvent[]> => {
	const { version } = await client.session();
	const query = { types: [hint.type], filter: settings.filter };
	const earliest = shifted(settings.since, -settings.overlapSeconds);
	for (const wait of version < FIRST_CALLING_AFTER_COMMIT
		? WAITS_MS.beforeCommit
		: WAITS_MS.afterCommit) {
		if (wait > 0) await client.host.sleep(wait);
		const [source] = sourcesOf([hint.type]);
		const rows = source
			? await source.read(client, query, { kind: 'records', ids: [hint.recordId] })
			: [];
		const events = rows
			.flatMap((row) => row.events)
			.filter(({ occurredAt }) => occurredAt >= earliest);
		if (events.length > 0) return events;
	}
	return [];
};

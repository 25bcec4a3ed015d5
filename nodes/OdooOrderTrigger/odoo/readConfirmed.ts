import { shifted, type OdooTime } from '../../shared/core/time';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { EventQuery } from '../core/eventQuery';
import type { EventType } from '../core/eventTypes';
import type { OrderEvent } from '../core/orderEvent';
import { sourcesOf } from './eventSources';
import { FIRST_CALLING_AFTER_COMMIT } from './hooks';

/** What a webhook call says: something may have happened to this record. */
export interface Hint {
	readonly type: EventType;
	readonly recordId: number;
}

/** Odoo 17 and 18 call before they commit; the last wait is longer than most transactions take after it. */
const WAITS_MS = { beforeCommit: [0, 2_000, 5_000], afterCommit: [0] };

interface Confirmed {
	readonly events: readonly OrderEvent[];
	readonly marks: readonly OrderEvent[];
}

/**
 * The events that Odoo confirms for a hint. A transaction that is still open, or was rolled back, shows nothing: then
 * the sweep finds it, if it ever comes.
 * @param settings `since`: events before it are history
 */
export const readConfirmed = async (
	client: OdooClient,
	hint: Hint,
	settings: EventQuery & { readonly since: OdooTime; readonly overlapSeconds: number },
): Promise<Confirmed> => {
	const { version } = await client.session();
	const query = { ...settings, types: [hint.type] };
	const earliest = shifted(settings.since, -settings.overlapSeconds);
	const [source] = sourcesOf([hint.type]);
	const waits = version < FIRST_CALLING_AFTER_COMMIT ? WAITS_MS.beforeCommit : WAITS_MS.afterCommit;
	for (const wait of waits) {
		if (wait > 0) await client.host.sleep(wait);
		const rows =
			(await source?.read(client, query, { kind: 'records', ids: [hint.recordId] })) ?? [];
		const events = rows
			.flatMap((row) => row.events)
			.filter(({ occurredAt }) => occurredAt >= earliest);
		const marks = rows.flatMap((row) => row.marks ?? []);
		if (events.length + marks.length > 0) return { events, marks };
	}
	return { events: [], marks: [] };
};

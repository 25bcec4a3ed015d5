import { unknownOf, withKnown, type Known } from '../../core/events/known';
import { shifted, type OdooTime } from '../../core/events/odooTime';
import type { OrderEvent } from '../../core/events/orderEvent';
import {
	afterPage,
	afterPass,
	earliestNews,
	metBy,
	nextRange,
	startingAt,
	type Position,
} from '../../core/events/position';
import type { OdooClient } from '../OdooClient';
import { pageSize, type EventQuery, type EventSource } from './eventSource';
import { sourcesOf } from './eventSources';
import { odooNow } from './odooClock';

/** What the trigger remembers between two sweeps. */
export interface Checkpoint {
	/** Events before it are history. */
	readonly since: OdooTime;
	readonly positions: { readonly [model: string]: Position };
	readonly known: Known;
	/** The last claim that was looked at for an answer. */
	readonly answeredUpTo: number;
}

export interface SweepSettings extends EventQuery {
	/** How long a transaction in Odoo may stay open. */
	readonly overlapSeconds: number;
	/** Days back that the first sweep tells of; 0 for "from now on". */
	readonly existingDays: number;
	/** Events after which a sweep stops; the next one goes on. */
	readonly mostEvents: number;
	readonly hasTime: () => boolean;
}

export interface Sweep {
	readonly events: readonly OrderEvent[];
	readonly checkpoint: Checkpoint;
}

/** Everything that happened since the last sweep, oldest write first for each kind of document. */
export const sweep = async (
	client: OdooClient,
	settings: SweepSettings,
	last: Checkpoint | null,
): Promise<Sweep> => {
	if (last) return await withClock(client, await readOn(client, settings, last));
	const now = await odooNow(client);
	const first = {
		since: shifted(now, -settings.existingDays * 86_400),
		positions: {},
		known: [],
		answeredUpTo: 0,
	};
	if (settings.existingDays > 0) return await readOn(client, settings, first);
	// What is in Odoo already is history, although the overlap will bring it again.
	const { events, checkpoint } = await readOn(client, { ...settings, mostEvents: Infinity }, first);
	return {
		events: [],
		checkpoint: {
			...checkpoint,
			known: withKnown(
				[],
				events.map(({ id }) => id),
			),
		},
	};
};

/** A sweep that found nothing new has the time to ask what time it is; without it, quiet hours would be read over and over. */
const withClock = async (client: OdooClient, swept: Sweep): Promise<Sweep> => {
	const { events, checkpoint } = swept;
	if (events.length > 0) return swept;
	const now = await odooNow(client);
	const positions = Object.entries(checkpoint.positions).map(
		([model, position]) => [model, metBy(position, now)] as const,
	);
	return { events, checkpoint: { ...checkpoint, positions: Object.fromEntries(positions) } };
};

const readOn = async (
	client: OdooClient,
	settings: SweepSettings,
	last: Checkpoint,
): Promise<Sweep> => {
	let found: Sweep = { events: [], checkpoint: last };
	for (const source of sourcesOf(settings.types))
		found = await readSource(client, settings, source, found);
	return found;
};

const readSource = async (
	client: OdooClient,
	settings: SweepSettings,
	source: EventSource,
	before: Sweep,
): Promise<Sweep> => {
	const { since, positions } = before.checkpoint;
	let { known } = before.checkpoint;
	let position = positions[source.model] ?? startingAt(since);
	const events = [...before.events];
	while (events.length < settings.mostEvents && settings.hasTime()) {
		const rows = await source.read(client, settings, {
			kind: 'range',
			range: nextRange(position, settings.overlapSeconds),
		});
		const earliest = earliestNews(since, settings.overlapSeconds, position);
		const happened = rows
			.flatMap((row) => row.events)
			.filter(({ occurredAt }) => occurredAt >= earliest);
		const fresh = unknownOf(happened, known);
		events.push(...fresh);
		known = withKnown(
			known,
			fresh.map(({ id }) => id),
		);
		const isLast = rows.length < pageSize(client);
		position = isLast
			? afterPass(position, rows.at(-1)?.writtenAt ?? null)
			: afterPage(position, rows);
		if (isLast) break;
	}
	return {
		events,
		checkpoint: {
			...before.checkpoint,
			known,
			positions: { ...positions, [source.model]: position },
		},
	};
};

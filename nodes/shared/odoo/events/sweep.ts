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
import { dueSourcesOf, sourcesOf } from './eventSources';
import { odooNow } from './odooClock';

/** What the trigger remembers between two sweeps. */
export interface Checkpoint {
	/** Events before it are history. */
	readonly since: OdooTime;
	readonly positions: { readonly [model: string]: Position };
	readonly known: Known;
	/** The last claim that was looked at for an answer. */
	readonly answeredUpTo: number;
	/** Odoo's clock when what is due was last looked for. */
	readonly clock: OdooTime;
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
	/** To be remembered in Odoo and told to nobody. */
	readonly marks: readonly OrderEvent[];
	readonly checkpoint: Checkpoint;
}

/** Everything that happened since the last sweep, oldest write first for each kind of document. */
export const sweep = async (
	client: OdooClient,
	settings: SweepSettings,
	last: Checkpoint | null,
): Promise<Sweep> => {
	if (last) return await readDue(client, settings, await readWrites(client, settings, last), last);
	const now = await odooNow(client);
	const first: Checkpoint = {
		since: shifted(now, -settings.existingDays * DAY_SECONDS),
		positions: {},
		known: [],
		answeredUpTo: 0,
		clock: now,
	};
	const baselines = await client.parallel(
		sourcesOf(settings.types),
		async ({ baseline }) => (await baseline?.(client, settings)) ?? [],
	);
	const marks = baselines.flat();
	if (settings.existingDays > 0) {
		const swept = await readWrites(client, settings, first);
		return await readDue(
			client,
			settings,
			{ ...swept, marks: [...marks, ...swept.marks] },
			{ ...first, clock: first.since },
		);
	}
	// What is in Odoo already is history, although the overlap will bring it again.
	const swept = await readWrites(client, { ...settings, mostEvents: Infinity }, first);
	return { ...swept, events: [], marks: [...marks, ...swept.marks] };
};

const DAY_SECONDS = 86_400;

const readWrites = async (
	client: OdooClient,
	settings: SweepSettings,
	last: Checkpoint,
): Promise<Sweep> => {
	let swept: Sweep = { events: [], marks: [], checkpoint: last };
	for (const source of sourcesOf(settings.types))
		swept = await readSource(client, settings, source, swept);
	return swept;
};

const readSource = async (
	client: OdooClient,
	settings: SweepSettings,
	source: EventSource,
	before: Sweep,
): Promise<Sweep> => {
	const { since, positions } = before.checkpoint;
	let { known } = before.checkpoint;
	let position = positions[source.name] ?? startingAt(since);
	const events = [...before.events];
	const marks = [...before.marks];
	while (events.length < settings.mostEvents && settings.hasTime()) {
		const range = nextRange(position, settings.overlapSeconds);
		const rows = await source.read(client, settings, { kind: 'range', range });
		const earliest = earliestNews(since, settings.overlapSeconds, position);
		const happened = rows
			.flatMap((row) => row.events)
			.filter(({ occurredAt }) => occurredAt >= earliest);
		const fresh = unknownOf(happened, known);
		events.push(...fresh);
		marks.push(...rows.flatMap((row) => row.marks ?? []));
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
		marks,
		checkpoint: {
			...before.checkpoint,
			known,
			positions: { ...positions, [source.name]: position },
		},
	};
};

/**
 * What came by the clock. A sweep that found nothing new looks at the clock as well: without it, the same hours would be
 * read over and over in quiet times.
 */
const readDue = async (
	client: OdooClient,
	settings: SweepSettings,
	swept: Sweep,
	last: Checkpoint,
): Promise<Sweep> => {
	const sources = dueSourcesOf(settings.types);
	if (sources.length === 0 && swept.events.length > 0) return swept;
	const now = await odooNow(client);
	const { since, positions, known } = swept.checkpoint;
	const window = { from: shifted(last.clock, -settings.overlapSeconds), now };
	const found = await client.parallel(
		sources,
		async (source) => await source.read(client, settings, window),
	);
	const fresh = unknownOf(
		found.flat().filter(({ occurredAt }) => occurredAt >= since),
		known,
	);
	const moved = Object.entries(positions).map(
		([name, position]) => [name, metBy(position, now)] as const,
	);
	return {
		...swept,
		events: [...swept.events, ...fresh],
		checkpoint: {
			...swept.checkpoint,
			positions: Object.fromEntries(moved),
			known: withKnown(
				known,
				fresh.map(({ id }) => id),
			),
			clock: now,
		},
	};
};

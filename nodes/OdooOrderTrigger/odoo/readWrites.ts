import { unknownOf, withKnown } from '../core/known';
import { afterPage, afterPass, earliestNews, nextRange, startingAt } from '../core/position';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { Checkpoint, Sweep, SweepSettings } from './checkpoint';
import { pageSize, type EventSource } from './eventSource';
import { sourcesOf } from './eventSources';

/** What was written since, source by source, page by page, while there is time. */
export const readWrites = async (
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

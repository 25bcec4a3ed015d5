import type { Checkpoint, Sweep } from './checkpoint';
import { unknownOf, withKnown } from './known';
import type { OrderEvent } from './orderEvent';
import {
	afterPage,
	afterPass,
	earliestNews,
	startingAt,
	type Position,
	type ReadRow,
} from './position';

export interface EventRow extends ReadRow {
	/** What the record's state says; one invoice may say it of several orders. */
	readonly events: readonly OrderEvent[];
	/** Remembered in Odoo, never emitted. */
	readonly marks?: readonly OrderEvent[];
}

interface Page {
	/** The source's name. */
	readonly source: string;
	readonly rows: readonly EventRow[];
	/** Nothing comes after it. */
	readonly isLast: boolean;
}

export const positionOf = ({ positions, since }: Checkpoint, source: string): Position =>
	positions[source] ?? startingAt(since);

/** What was swept, with a further page: its news, and how far the source has been read. */
export const withPage = (
	{ events, marks, checkpoint }: Sweep,
	{ source, rows, isLast }: Page,
	overlapSeconds: number,
): Sweep => {
	const position = positionOf(checkpoint, source);
	const earliest = earliestNews(checkpoint.since, overlapSeconds, position);
	const happened = rows
		.flatMap((row) => row.events)
		.filter(({ occurredAt }) => occurredAt >= earliest);
	const fresh = unknownOf(happened, checkpoint.known);
	const next = isLast
		? afterPass(position, rows.at(-1)?.writtenAt ?? null)
		: afterPage(position, rows);
	return {
		events: [...events, ...fresh],
		marks: [...marks, ...rows.flatMap((row) => row.marks ?? [])],
		checkpoint: {
			...checkpoint,
			known: withKnown(
				checkpoint.known,
				fresh.map(({ id }) => id),
			),
			positions: { ...checkpoint.positions, [source]: next },
		},
	};
};

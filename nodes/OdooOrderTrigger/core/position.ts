import { laterOf, shifted, type OdooTime } from '../../shared/core/time';

/**
 * How far one kind of record has been read, in Odoo's own clock: the host's clock plays no part. Reading goes in
 * passes over `write_date`, each in pages. `write_date` is when a transaction began, so a record can appear behind what
 * was read already, by as long as its transaction stayed open: every pass begins so much earlier.
 */
export interface Position {
	/** Not later than the beginning of the last finished pass. */
	readonly watermark: OdooTime;
	/** The latest time that any pass met: it has come by now, so it is not later than the beginning of the next one. */
	readonly met: OdooTime;
	/** A pass under way; the next page goes on from here. */
	readonly pass: Pass | null;
}

interface Pass {
	/** The second of the last record read. */
	readonly after: OdooTime;
	/** The records of that second that were read: a whole batch of orders can share it. */
	readonly ids: readonly number[];
}

export interface Range {
	/** Inclusive: Odoo 19 compares whole seconds, older ones microseconds, and `>=` on a whole second is right in both. */
	readonly from: OdooTime;
	readonly exceptIds: readonly number[];
}

export interface ReadRow {
	readonly id: number;
	readonly writtenAt: OdooTime;
}

export const startingAt = (time: OdooTime): Position => ({
	watermark: time,
	met: time,
	pass: null,
});

export const nextRange = ({ watermark, pass }: Position, overlapSeconds: number): Range =>
	pass
		? { from: pass.after, exceptIds: pass.ids }
		: { from: shifted(watermark, -overlapSeconds), exceptIds: [] };

/** After a page that was full: there may be more behind it. */
export const afterPage = (position: Position, rows: readonly ReadRow[]): Position => {
	const last = rows.at(-1);
	if (!last) return position;
	const earlier = position.pass?.after === last.writtenAt ? position.pass.ids : [];
	const ids = [
		...earlier,
		...rows.filter(({ writtenAt }) => writtenAt === last.writtenAt).map(({ id }) => id),
	];
	return { ...position, pass: { after: last.writtenAt, ids } };
};

/** After the last page of a pass. @param met the latest time met on it */
export const afterPass = (position: Position, met: OdooTime | null): Position => ({
	watermark: laterOf(position.watermark, position.met),
	met: laterOf(position.met, met ?? position.pass?.after ?? position.met),
	pass: null,
});

/** After a look at Odoo's clock. */
export const metBy = (position: Position, now: OdooTime): Position =>
	position.pass ? position : { ...position, met: laterOf(position.met, now) };

/**
 * The earliest time at which something happened that counts as news. A transaction that was open when the trigger was
 * activated may carry an earlier time; it is over when a pass has begun so long after the activation.
 */
export const earliestNews = (
	since: OdooTime,
	overlapSeconds: number,
	position: Position | undefined,
): OdooTime =>
	position && position.watermark > shifted(since, overlapSeconds)
		? since
		: shifted(since, -overlapSeconds);

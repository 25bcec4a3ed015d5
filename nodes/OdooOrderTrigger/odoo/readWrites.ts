import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { Checkpoint, Sweep, SweepSettings } from '../core/checkpoint';
import { positionOf, withPage } from '../core/page';
import { nextRange } from '../core/position';
import { sourcesOf } from './eventSources';
import { pageSize } from './readWritten';

/** What was written since, source by source, page by page, while there is time. */
export const readWrites = async (
	client: OdooClient,
	settings: SweepSettings,
	last: Checkpoint,
): Promise<Sweep> => {
	const { types, overlapSeconds, mostEvents, hasTime } = settings;
	let swept: Sweep = { events: [], marks: [], checkpoint: last };
	for (const { name, read } of sourcesOf(types)) {
		let isLast = false;
		while (!isLast && swept.events.length < mostEvents && hasTime()) {
			const range = nextRange(positionOf(swept.checkpoint, name), overlapSeconds);
			const rows = await read(client, settings, { kind: 'range', range });
			isLast = rows.length < pageSize(client);
			swept = withPage(swept, { source: name, rows, isLast }, overlapSeconds);
		}
	}
	return swept;
};

import { DAY_SECONDS, shifted } from '../../shared/core/time';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { Checkpoint, Sweep, SweepSettings } from './checkpoint';
import { sourcesOf } from './eventSources';
import { odooNow } from './odooClock';
import { readDue } from './readDue';
import { readWrites } from './readWrites';


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

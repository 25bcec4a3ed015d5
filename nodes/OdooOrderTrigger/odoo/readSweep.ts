import { DAY_SECONDS, shifted } from '../../shared/core/time';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { Checkpoint, Sweep, SweepSettings } from '../core/checkpoint';
import { sourcesOf } from './eventSources';
import { readClock } from './readClock';
import { readDue } from './readDue';
import { readWrites } from './readWrites';

/** Everything that happened since the last sweep, oldest write first for each kind of document. */
export const readSweep = async (
	client: OdooClient,
	settings: SweepSettings,
	last: Checkpoint | null,
): Promise<Sweep> =>
	last
		? await readDue(client, settings, {
				swept: await readWrites(client, settings, last),
				from: last.clock,
			})
		: await readFirst(client, settings);

const readFirst = async (client: OdooClient, settings: SweepSettings): Promise<Sweep> => {
	const now = await readClock(client);
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
	const withBaseline = (swept: Sweep): Sweep => ({
		...swept,
		marks: [...baselines.flat(), ...swept.marks],
	});
	if (settings.existingDays > 0) {
		const swept = withBaseline(await readWrites(client, settings, first));
		return await readDue(client, settings, { swept, from: first.since });
	}
	// What is in Odoo already is history, although the overlap will bring it again.
	const swept = await readWrites(client, { ...settings, mostEvents: Infinity }, first);
	return { ...withBaseline(swept), events: [] };
};

import { unknownOf, withKnown } from '../core/known';
import { shifted } from '../../shared/core/time';
import { metBy } from '../core/position';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { Checkpoint, Sweep, SweepSettings } from './checkpoint';
import { dueSourcesOf } from './eventSources';
import { odooNow } from './odooClock';

/**
 * What came by the clock. A sweep that found nothing new looks at the clock as well: without it, the same hours would be
 * read over and over in quiet times.
 */
export const readDue = async (
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

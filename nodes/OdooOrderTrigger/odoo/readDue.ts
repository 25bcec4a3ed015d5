import { shifted, type OdooTime } from '../../shared/core/time';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { Sweep, SweepSettings } from '../core/checkpoint';
import { unknownOf, withKnown } from '../core/known';
import { metBy } from '../core/position';
import { dueSourcesOf } from './eventSources';
import { readClock } from './readClock';

/**
 * What was swept, and what came by the clock since then. A sweep that found nothing new looks at the clock as well:
 * without it, the same hours would be read over and over in quiet times.
 */
export const readDue = async (
	client: OdooClient,
	settings: SweepSettings,
	{ swept, from }: { readonly swept: Sweep; readonly from: OdooTime },
): Promise<Sweep> => {
	const sources = dueSourcesOf(settings.types);
	if (sources.length === 0 && swept.events.length > 0) return swept;
	const now = await readClock(client);
	const { since, positions, known } = swept.checkpoint;
	const window = { from: shifted(from, -settings.overlapSeconds), now };
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

import { shifted } from '../../shared/core/time';
import type { OrderEvent } from '../core/orderEvent';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { Claimant, DueQuery } from './claims';
import { deliverFirst, redeliver, type Delivered } from './deliver';
import type { Checkpoint, SweepSettings } from './checkpoint';
import { sweep } from './sweep';

export interface DeliverySettings extends SweepSettings {
	/** Time for the next node to leave its record on the order; null to deliver once only. */
	readonly redeliverAfterSeconds: number | null;
}

export interface SweptDeliveries {
	readonly delivered: readonly Delivered[];
	readonly givenUp: readonly OrderEvent[];
	readonly checkpoint: Checkpoint;
}

/** One sweep with everything that goes out because of it: what is new, and what never arrived. */
export const sweepAndDeliver = async (
	client: OdooClient,
	claimant: Claimant,
	settings: DeliverySettings,
	last: Checkpoint | null,
): Promise<SweptDeliveries> => {
	const { events, marks, checkpoint } = await sweep(client, settings, last);
	const { delivered, due } = await deliverFirst(client, claimant, events, {
		marks,
		dueQuery: last && dueQuery(checkpoint, settings),
	});
	const again = await redeliver(client, claimant, due);
	const answeredUpTo = due.reduce(
		(latest, { id }) => Math.max(latest, id),
		checkpoint.answeredUpTo,
	);
	return {
		delivered: [...again.delivered, ...delivered],
		givenUp: again.givenUp,
		checkpoint: { ...checkpoint, answeredUpTo },
	};
};

const dueQuery = (
	{ since, positions, answeredUpTo }: Checkpoint,
	settings: DeliverySettings,
): DueQuery | null => {
	const { redeliverAfterSeconds: patience, overlapSeconds } = settings;
	const [met] = Object.values(positions)
		.map((position) => position.met)
		.sort()
		.reverse();
	if (patience === null || met === undefined) return null;
	return {
		afterId: answeredUpTo,
		after: shifted(since, -overlapSeconds),
		before: shifted(met, -patience),
	};
};

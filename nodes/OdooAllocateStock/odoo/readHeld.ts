import { fromLineQuantity } from '../core/units';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { move } from '../../shared/odoo/records/stock';
import type { OpenMove } from './facts';

/** What each of these moves holds now, in grains, in one call for a run. A move that was cancelled or merged holds nothing. */
export const readHeld = async (
	client: OdooClient,
	moves: readonly OpenMove[],
): Promise<ReadonlyMap<number, number>> => {
	const found = await client.read(
		move,
		['id', 'quantity', 'state'],
		moves.map(({ id }) => id),
	);
	const live = new Map(
		found.flatMap(({ id, quantity, state }) =>
			state === 'cancel' ? [] : [[id, quantity] as const],
		),
	);
	return new Map(moves.map(({ id, unit }) => [id, fromLineQuantity(live.get(id) ?? 0, unit)]));
};

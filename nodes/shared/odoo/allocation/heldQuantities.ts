import { fromLineQuantity } from '../../core/allocation/units';
import type { OdooClient } from '../OdooClient';
import { move } from '../records/stock';
import type { OpenMove } from './facts';

/** What each of these moves holds now, in grains, in one call for a run. A move that left holds nothing. */
export const readHeld = async (
	client: OdooClient,
	moves: readonly OpenMove[],
): Promise<ReadonlyMap<number, number>> => {
	const unitOf = new Map(moves.map(({ id, unit }) => [id, unit]));
	const found = await client.read(move, ['id', 'quantity', 'state'], [...unitOf.keys()]);
	return new Map(
		found.flatMap(({ id, quantity, state }) => {
			const unit = unitOf.get(id);
			return unit && state !== 'cancel' ? [[id, fromLineQuantity(quantity, unit)] as const] : [];
		}),
	);
};

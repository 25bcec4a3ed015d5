import { groupValues, indexBy } from '../../shared/core/collections';
import { toLineQuantity } from '../core/units';
import { mergeResults, type BatchResult } from '../../shared/odoo/batches';
import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { OpenMove } from './facts';
import { canWriteEach } from './versions';

/** What a move is to hold, in grains. */
export interface QuantityChange {
	readonly move: OpenMove;
	readonly holds: number;
}

const quantityOf = ({ move, holds }: QuantityChange): number => toLineQuantity(holds, move.unit);

/** Many moves, each with its own quantity, in this order, in one call and one transaction. */
const writeTogether = async (
	client: OdooClient,
	changes: readonly QuantityChange[],
): Promise<BatchResult<unknown>> => {
	const byMove = indexBy(changes, ({ move }) => move.id);
	return await client.batch('stock.move', [...byMove.keys()], async (ids) => {
		const values = ids
			.flatMap((id) => byMove.get(id) ?? [])
			.map((change) => ({ quantity: quantityOf(change) }));
		const args = { vals_list: values, specification: {} };
		return await client.call('stock.move', 'web_save_multi', { ids, args });
	});
};

/** Before Odoo 19 one call for each different quantity. */
const writeByQuantity = async (
	client: OdooClient,
	changes: readonly QuantityChange[],
): Promise<BatchResult<unknown>> => {
	const groups = groupValues(changes, quantityOf, ({ move }) => move.id);
	const parts: BatchResult<unknown>[] = [];
	for (const [quantity, ids] of groups)
		parts.push(await client.write('stock.move', ids, { quantity }));
	return mergeResults(parts);
};

/**
 * Writes what each move is to hold. Odoo takes more than there is without a word, so the caller raises a quantity only
 * by what is free, and writes what is given back before it. A write whose answer was lost is done again: it says what
 * the move is to hold, not how much more.
 * @returns what Odoo refused, by move
 */
export const writeQuantities = async (
	client: OdooClient,
	changes: readonly QuantityChange[],
): Promise<ReadonlyMap<number, OdooError>> => {
	if (changes.length === 0) return new Map();
	const write = (await canWriteEach(client)) ? writeTogether : writeByQuantity;
	const { failed } = await write(client, changes);
	const lost = changes.filter(({ move }) => failed.get(move.id)?.kind === 'outcomeUnknown');
	if (lost.length === 0) return failed;
	const again = (await write(client, lost)).failed;
	const refused = [...failed].filter(([, { kind }]) => kind !== 'outcomeUnknown');
	return new Map([...refused, ...again]);
};

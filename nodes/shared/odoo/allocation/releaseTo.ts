import { toLineQuantity } from '../../core/allocation/units';
import type { BatchResult } from '../batches';
import type { OdooError } from '../errors';
import type { OdooClient } from '../OdooClient';
import type { OpenMove } from './facts';

export interface Release {
	readonly move: OpenMove;
	/** What it keeps, in grains; less than it holds. */
	readonly keeps: number;
}

const quantityOf = ({ move, keeps }: Release): number => toLineQuantity(keeps, move.unit);

/** Many moves, each with its own quantity, in one call and one transaction. */
const releaseTogether = async (
	client: OdooClient,
	releases: readonly Release[],
): Promise<BatchResult<unknown>> => {
	const byMove = new Map(releases.map((release) => [release.move.id, release]));
	return await client.batch([...byMove.keys()], async (ids) => {
		const vals = ids
			.flatMap((id) => byMove.get(id) ?? [])
			.map((release) => ({ quantity: quantityOf(release) }));
		return await client.call('stock.move', 'web_save_multi', {
			ids,
			args: { vals_list: vals, specification: {} },
		});
	});
};

/** Before Odoo 19 one call for each different quantity. */
const releaseByQuantity = async (
	client: OdooClient,
	releases: readonly Release[],
): Promise<BatchResult<unknown>> => {
	const groups = new Map<number, number[]>();
	for (const release of releases) {
		const quantity = quantityOf(release);
		groups.set(quantity, [...(groups.get(quantity) ?? []), release.move.id]);
	}
	const parts: BatchResult<unknown>[] = [];
	for (const [quantity, ids] of groups)
		parts.push(await client.write('stock.move', ids, { quantity }));
	return {
		results: parts.flatMap(({ results }) => results),
		done: parts.flatMap(({ done }) => done),
		failed: new Map(parts.flatMap(({ failed }) => [...failed])),
	};
};

/**
 * Gives reserved goods back, down to what each move keeps. Only ever decreases: Odoo takes more than there is without
 * a word, so nothing here may raise a reservation.
 * @returns what Odoo refused, by move
 */
export const releaseTo = async (
	client: OdooClient,
	releases: readonly Release[],
): Promise<ReadonlyMap<number, OdooError>> => {
	if (releases.length === 0) return new Map();
	const { version } = await client.session();
	const write = version >= 19 ? releaseTogether : releaseByQuantity;
	return (await write(client, releases)).failed;
};

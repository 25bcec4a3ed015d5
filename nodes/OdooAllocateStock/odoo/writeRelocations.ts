import { groupValues } from '../../shared/core/collections';
import { mergeResults, type BatchResult } from '../../shared/odoo/batches';
import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { picking } from '../../shared/odoo/records/stock';
import { notShown } from '../../shared/traces/odoo/readBack';
import type { Relocation } from './relocations';

/**
 * Moves the transfers, one call for each warehouse, and reads where they leave from now: one call for all, none without
 * any. @returns why a transfer has not moved
 */
export const writeRelocations = async (
	client: OdooClient,
	relocations: readonly Relocation[],
): Promise<ReadonlyMap<number, OdooError>> => {
	if (relocations.length === 0) return new Map();
	const byWarehouse = groupValues(
		relocations,
		({ to }) => to,
		({ pickingId }) => pickingId,
	);
	const parts: BatchResult<unknown>[] = [];
	for (const [to, pickingIds] of byWarehouse) {
		const values = { picking_type_id: to.deliveryTypeId, location_id: to.stockId };
		parts.push(await client.write('stock.picking', pickingIds, values));
	}
	const { failed } = mergeResults(parts);
	const pickingIds = relocations.map(({ pickingId }) => pickingId);
	const found = await client.read(picking, ['id', 'location_id'], pickingIds);
	const placeOf = new Map(found.map(({ id, location_id: place }) => [id, place?.id]));
	const stuck = relocations.filter(({ pickingId, to }) => placeOf.get(pickingId) !== to.stockId);
	return new Map(
		stuck.map(({ pickingId }) => [
			pickingId,
			failed.get(pickingId) ?? notShown('stock.picking.write'),
		]),
	);
};

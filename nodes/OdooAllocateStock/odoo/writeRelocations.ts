import { groupValues } from '../../shared/core/collections';
import { mergeResults, type BatchResult } from '../../shared/odoo/batches';
import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { Relocation } from './relocations';

/** Moves the transfers, one call for each warehouse. @returns what Odoo refused, by transfer */
export const writeRelocations = async (
	client: OdooClient,
	relocations: readonly Relocation[],
): Promise<ReadonlyMap<number, OdooError>> => {
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
	return mergeResults(parts).failed;
};

import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { SelfReserving } from './readSelfReserving';

/**
 * Sets the reservation method to Manually, for which Odoo asks for a stock manager.
 * @returns what Odoo refused, by operation type
 */
export const writeReservationMethod = async (
	setup: OdooClient,
	types: readonly SelfReserving[],
): Promise<ReadonlyMap<number, OdooError>> => {
	const ids = types.map(({ id }) => id);
	return (await setup.write('stock.picking.type', ids, { reservation_method: 'manual' })).failed;
};

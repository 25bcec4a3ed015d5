import type { Plan } from '../core/plan';
import type { Pool } from '../core/demand';
import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { OpenMove, OpenOrder } from './facts';
import type { ShippingWarehouse } from './warehouses';

/** A transfer that is to leave from another warehouse. */
export interface Relocation {
	readonly pickingId: number;
	readonly to: ShippingWarehouse;
}

/**
 * Transfers of which everything the plan gives comes from one other warehouse. A transfer that holds goods already, or
 * would have to leave from two places, stays: its lines tell what is elsewhere.
 */
export const relocationsOf = (
	orders: readonly OpenOrder[],
	plan: Plan,
	pools: readonly Pool[],
	warehouses: readonly ShippingWarehouse[],
): Relocation[] => {
	const placesOf = new Map(
		plan.orders.flatMap(({ lines }) =>
			lines.map(
				({ line, takes }) => [line, takes.flatMap(({ pool }) => pools[pool]?.place ?? [])] as const,
			),
		),
	);
	const transfers = new Map<number, OpenMove[]>();
	for (const move of orders.flatMap(({ moves }) => moves))
		transfers.set(move.pickingId, [...(transfers.get(move.pickingId) ?? []), move]);
	return [...transfers].flatMap(([pickingId, moves]): Relocation[] => {
		const places = [...new Set(moves.flatMap(({ id }) => placesOf.get(id) ?? []))];
		const to = warehouses.find(({ stockId }) => stockId === places[0]);
		const isAtHome = moves.some(({ locationId }) => locationId === places[0]);
		const ships = moves.every(({ pickingTypeId }) =>
			warehouses.some(({ deliveryTypeId }) => deliveryTypeId === pickingTypeId),
		);
		const isFree = moves.every(({ held, takesFromStock }) => held === 0 && takesFromStock);
		return places.length === 1 && to && !isAtHome && ships && isFree ? [{ pickingId, to }] : [];
	});
};

/** Moves the transfers, one call for each warehouse. @returns what Odoo refused, by transfer */
export const relocate = async (
	client: OdooClient,
	relocations: readonly Relocation[],
): Promise<ReadonlyMap<number, OdooError>> => {
	const failed = new Map<number, OdooError>();
	for (const to of new Set(relocations.map((relocation) => relocation.to))) {
		const ids = relocations
			.filter((relocation) => relocation.to === to)
			.map(({ pickingId }) => pickingId);
		const values = { picking_type_id: to.deliveryTypeId, location_id: to.stockId };
		(await client.write('stock.picking', ids, values)).failed.forEach((error, id) =>
			failed.set(id, error),
		);
	}
	return failed;
};

/** The orders as they are after the transfers have moved. */
export const afterRelocation = (
	orders: readonly OpenOrder[],
	relocations: readonly Relocation[],
): OpenOrder[] => {
	const placeOf = new Map(relocations.map(({ pickingId, to }) => [pickingId, to]));
	return orders.map((order) => ({
		...order,
		moves: order.moves.map((move) => {
			const to = placeOf.get(move.pickingId);
			return to ? { ...move, locationId: to.stockId, pickingTypeId: to.deliveryTypeId } : move;
		}),
	}));
};

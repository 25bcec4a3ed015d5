import { groupBy, indexBy, unique } from '../../shared/core/collections';
import type { Pool } from '../core/demand';
import type { Plan } from '../core/plan';
import type { OpenOrder } from './facts';
import type { ShippingWarehouse } from './readWarehouses';

/** A transfer that is to leave from another warehouse. */
export interface Relocation {
	readonly pickingId: number;
	readonly to: ShippingWarehouse;
}

interface Planned {
	readonly orders: readonly OpenOrder[];
	readonly plan: Plan;
	readonly pools: readonly Pool[];
	readonly warehouses: readonly ShippingWarehouse[];
}

/**
 * Transfers of which everything the plan gives comes from one other warehouse. A transfer that holds goods already, or
 * would have to leave from two places, stays: its lines tell what is elsewhere.
 */
export const relocationsOf = ({ orders, plan, pools, warehouses }: Planned): Relocation[] => {
	const placesOf = new Map(
		plan.orders.flatMap(({ lines }) =>
			lines.map(
				({ line, takes }) => [line, takes.flatMap(({ pool }) => pools[pool]?.place ?? [])] as const,
			),
		),
	);
	const transfers = groupBy(
		orders.flatMap(({ moves }) => moves),
		({ pickingId }) => pickingId,
	);
	const deliveryTypes = new Set(warehouses.map(({ deliveryTypeId }) => deliveryTypeId));
	return [...transfers].flatMap(([pickingId, moves]): Relocation[] => {
		const places = unique(moves.flatMap(({ id }) => placesOf.get(id) ?? []));
		const to = warehouses.find(({ stockId }) => stockId === places[0]);
		const isAtHome = moves.some(({ locationId }) => locationId === places[0]);
		const ships = moves.every(({ pickingTypeId }) => deliveryTypes.has(pickingTypeId));
		const isFree = moves.every(({ held, takesFromStock }) => held === 0 && takesFromStock);
		return places.length === 1 && to && !isAtHome && ships && isFree ? [{ pickingId, to }] : [];
	});
};

/** The orders as they are after the transfers have moved. */
export const afterRelocation = (
	orders: readonly OpenOrder[],
	relocations: readonly Relocation[],
): OpenOrder[] => {
	const relocationOf = indexBy(relocations, ({ pickingId }) => pickingId);
	return orders.map((order) => ({
		...order,
		moves: order.moves.map((move) => {
			const to = relocationOf.get(move.pickingId)?.to;
			return to ? { ...move, locationId: to.stockId, pickingTypeId: to.deliveryTypeId } : move;
		}),
	}));
};

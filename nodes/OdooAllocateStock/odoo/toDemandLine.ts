import type { DemandLine } from '../core/demand';
import { stepOf, toGrains } from '../core/units';
import type { OpenMove } from './facts';
import type { Pools } from './pools';
import type { AllocationSettings } from './settings';

/** Where the lines of a run may take from. */
export interface Supply {
	readonly pools: Pools;
	/** Stock locations of other warehouses that may serve instead. */
	readonly otherPlaces: readonly number[];
	readonly settings: AllocationSettings;
}

const stepFor = (
	{ asked, product, unit, orderedUnit }: OpenMove,
	{ orderMultiples, step }: AllocationSettings,
): number => {
	const multiple = toGrains(orderMultiples.get(product.id) ?? 0, unit.grain);
	return multiple > 0 ? multiple : stepOf({ asked, unit, ordered: orderedUnit.ratio, size: step });
};

/** @param currencyRate units of the order's currency for one of the company's */
export const toDemandLine = (
	move: OpenMove,
	currencyRate: number,
	{ pools, otherPlaces, settings }: Supply,
): DemandLine => {
	const own = pools.ownOf(move);
	pools.giveBack(own, move.held);
	const elsewhere = move.isUnlimited
		? []
		: otherPlaces.filter((place) => place !== move.locationId);
	return {
		id: move.id,
		product: move.product.id,
		asked: move.asked,
		held: move.held,
		picked: move.picked,
		step: stepFor(move, settings),
		value: move.value / currencyRate,
		pools: [own, ...elsewhere.map((place) => pools.at(place, move))],
	};
};

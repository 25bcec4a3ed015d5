import type { DemandLine, DemandOrder } from '../core/demand';
import type { Problem } from '../core/problem';
import { rankOf } from '../core/criteria';
import { lotOf, toGrains } from '../core/units';
import type { OpenMove, OpenOrder } from './facts';
import { Pools } from './pools';
import type { StockView } from './readStock';
import type { AllocationSettings, CustomerOverride } from './settings';

export const toTime = (dateTime: string | null): number | null =>
	dateTime ? Date.parse(`${dateTime.replace(' ', 'T')}Z`) : null;

const earliest = (times: readonly (number | null)[]): number | null => {
	const known = times.flatMap((time) => time ?? []);
	return known.length > 0 ? Math.min(...known) : null;
};

const SHIPS_COMPLETE = {
	asOrdered: ({ shipsComplete }) => shipsComplete,
	always: () => true,
	never: () => false,
} as const satisfies Record<AllocationSettings['shipComplete'], (order: OpenOrder) => boolean>;

const hasAny = (wanted: readonly number[], tagIds: readonly number[]): boolean =>
	wanted.some((tag) => tagIds.includes(tag));

interface Scene {
	readonly pools: Pools;
	/** Stock locations of other warehouses that may serve instead. */
	readonly otherPlaces: readonly number[];
	readonly settings: AllocationSettings;
}

const lotFor = (
	{ asked, product, unit, orderedUnit }: OpenMove,
	{ orderMultiples, step }: AllocationSettings,
): number => {
	const multiple = toGrains(orderMultiples.get(product.id) ?? 0, unit.grain);
	return multiple > 0 ? multiple : lotOf(asked, unit, step, orderedUnit.ratio);
};

const toLine = (
	move: OpenMove,
	order: OpenOrder,
	{ pools, otherPlaces, settings }: Scene,
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
		lot: lotFor(move, settings),
		value: move.value / order.currencyRate,
		pools: [own, ...elsewhere.map((place) => pools.at(place, move))],
	};
};

/** The first override that fits, and its place in the list. */
const overrideOf = (
	order: OpenOrder,
	{ overrides }: AllocationSettings,
): { readonly found: CustomerOverride | null; readonly place: number } => {
	const place = overrides.findIndex(({ tagIds }) => hasAny(tagIds, order.customerTagIds));
	return place < 0 ? { found: null, place: Infinity } : { found: overrides[place] ?? null, place };
};

const toDemandOrder = (order: OpenOrder, scene: Scene): DemandOrder => {
	const { settings } = scene;
	const moves = order.moves.filter((move) => move.takesFromStock);
	const lines = moves.map((move) => toLine(move, order, scene));
	const { found, place } = overrideOf(order, settings);
	const value = lines.reduce((total, line) => total + line.value, 0);
	const facts = {
		isRush: hasAny(settings.rushTagIds, order.tagIds),
		override: place,
		isUrgent: order.isUrgent,
		requestedAt: toTime(order.requestedAt) ?? earliest(moves.map(({ dueAt }) => toTime(dueAt))),
		orderedAt: toTime(order.orderedAt),
		value,
		margin: value - moves.reduce((total, { asked, grainCost }) => total + asked * grainCost, 0),
	};
	return {
		id: order.id,
		customer: order.accountId,
		rank: rankOf(facts, settings.criteria),
		strategy: found?.strategy ?? settings.strategy,
		shipsComplete: SHIPS_COMPLETE[settings.shipComplete](order),
		weight: found?.weight ?? 1,
		lines,
	};
};

/** The engine's problem, from what Odoo says. Only confirmed orders compete. */
export const toProblem = (
	orders: readonly OpenOrder[],
	stock: StockView,
	settings: AllocationSettings,
	otherPlaces: readonly number[] = [],
): Problem => {
	const confirmed = orders.filter(({ state }) => state === 'sale');
	const pools = new Pools(
		stock,
		settings.protectedStock,
		confirmed.flatMap(({ moves }) => moves),
	);
	const demand = confirmed.map((order) => toDemandOrder(order, { pools, otherPlaces, settings }));
	return { rules: settings.rules, pools: pools.list(), orders: demand };
};

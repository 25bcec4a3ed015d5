import { rankOf } from '../core/criteria';
import type { DemandOrder } from '../core/demand';
import type { Problem } from '../core/problem';
import { toTime, type OpenOrder } from './facts';
import { Pools } from './pools';
import type { Scene } from './readScene';
import type { AllocationSettings, CustomerOverride } from './settings';
import { toDemandLine, type Supply } from './toDemandLine';

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

/** The first override that fits, and its place in the list. */
const overrideOf = (
	order: OpenOrder,
	{ overrides }: AllocationSettings,
): { readonly found: CustomerOverride | null; readonly place: number } => {
	const place = overrides.findIndex(({ tagIds }) => hasAny(tagIds, order.customerTagIds));
	return place < 0 ? { found: null, place: Infinity } : { found: overrides[place] ?? null, place };
};

const toDemandOrder = (order: OpenOrder, supply: Supply): DemandOrder => {
	const { settings } = supply;
	const moves = order.moves.filter((move) => move.takesFromStock);
	const lines = moves.map((move) => toDemandLine(move, order.currencyRate, supply));
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
export const toProblem = (scene: Scene, settings: AllocationSettings): Problem => {
	const confirmed = [...scene.orders, ...scene.competitors].filter(({ state }) => state === 'sale');
	const moves = confirmed.flatMap((order) => order.moves);
	const pools = new Pools(scene.stock, settings.protectedStock, moves);
	const otherPlaces = scene.warehouses.map(({ stockId }) => stockId);
	const orders = confirmed.map((order) => toDemandOrder(order, { pools, otherPlaces, settings }));
	return { rules: settings.rules, pools: pools.list(), orders };
};

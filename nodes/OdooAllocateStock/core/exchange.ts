import { groupValues } from '../../shared/core/collections';
import type { CompleteOrder, Selection } from './selection';

/** Sums of floating point numbers differ by less than this without being different. */
const DUST = 1e-6;
/** Bounds the work on big problems; small ones end long before. */
const MOST_EFFORT = 8_000_000;
const PASSES = 10;

/** The orders that share a pool with each order, by index: only they can take each other's place. */
type Rivals = readonly (readonly number[])[];

/** The most valuable rivals first. */
const rivalsOf = (orders: readonly CompleteOrder[]): Rivals => {
	const users = orders.flatMap(({ needs }, index) => needs.map(({ pool }) => ({ pool, index })));
	const byPool = groupValues(
		users,
		({ pool }) => pool,
		({ index }) => index,
	);
	return orders.map(({ needs }, index) => {
		const rivals = new Set(needs.flatMap(({ pool }) => byPool.get(pool) ?? []));
		rivals.delete(index);
		return [...rivals].sort((a, b) => (orders[b]?.value ?? 0) - (orders[a]?.value ?? 0) || a - b);
	});
};

/** Changes the selection. @returns what changes it back */
type Change = (selection: Selection, rivals: Rivals, index: number) => () => void;

const dropOne: Change = (selection, rivals, index) => {
	selection.drop(index);
	const added = selection.insert(rivals[index] ?? []);
	return () => {
		added.forEach((one) => selection.drop(one));
		selection.choose(index);
	};
};

/** The least valuable rivals go first. */
const forceIn: Change = (selection, rivals, index) => {
	const chosen = (rivals[index] ?? []).filter((one) => selection.chosen.has(one));
	const dropped: number[] = [];
	for (const one of chosen.reverse()) {
		if (selection.fits(index)) break;
		selection.drop(one);
		dropped.push(one);
	}
	const freed = dropped.flatMap((one) => rivals[one] ?? []);
	const added = selection.insert([index, ...dropped, ...freed]);
	return () => {
		added.forEach((one) => selection.drop(one));
		dropped.forEach((one) => selection.choose(one));
	};
};

const gains = (selection: Selection, change: () => () => void): boolean => {
	const before = selection.value;
	const undo = change();
	if (selection.value > before + DUST) return true;
	undo();
	selection.value = before;
	return false;
};

/**
 * Drops one chosen order after the other, fills its place as well as it goes, and keeps the exchange where it gains:
 * one for another, one for several, or one for the partial lines. Then takes an order in that had no chance, dropping
 * what stands in its way.
 */
export const exchange = (selection: Selection, orders: readonly CompleteOrder[]): void => {
	const rivals = rivalsOf(orders);
	const limit = selection.effort + MOST_EFFORT;
	for (let pass = 0, gained = true; gained && pass < PASSES; pass++) {
		gained = false;
		for (let index = 0; index < orders.length && selection.effort < limit; index++) {
			const change = selection.chosen.has(index) ? dropOne : forceIn;
			gained = gains(selection, () => change(selection, rivals, index)) || gained;
		}
	}
};

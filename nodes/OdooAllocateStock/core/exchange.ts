import { groupValues } from '../../shared/core/collections';
import type { CompleteOrder, Selection } from './selection';

/** Sums of floating point numbers differ by less than this without being different. */
const DUST = 1e-6;
/** Bounds the work on big problems; small ones end long before. */
const MOST_EFFORT = 8_000_000;
const PASSES = 10;

/** The orders that share a pool with each order: only they can take each other's place. */
const rivalsOf = (orders: readonly CompleteOrder[]): (readonly number[])[] => {
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

/**
 * Drops one chosen order after the other, fills its place as well as it goes, and keeps the exchange where it gains:
 * one for another, one for several, or one for the partial lines. Then takes an order in that had no chance, dropping
 * what stands in its way.
 */
export const exchange = (selection: Selection, orders: readonly CompleteOrder[]): void => {
	const rivals = rivalsOf(orders);
	const limit = selection.effort + MOST_EFFORT;
	const tryIt = (act: () => { readonly undo: () => void }): boolean => {
		const before = selection.value;
		const { undo } = act();
		if (selection.value > before + DUST) return true;
		undo();
		selection.value = before;
		return false;
	};
	const dropOne = (index: number) => () => {
		selection.drop(index);
		const added = selection.insert(rivals[index] ?? []);
		return {
			undo: () => {
				added.forEach((one) => selection.drop(one));
				selection.choose(index);
			},
		};
	};
	const forceIn = (index: number) => () => {
		const dropped: number[] = [];
		const chosenRivals = [...(rivals[index] ?? [])]
			.reverse()
			.filter((one) => selection.chosen.has(one));
		for (const one of chosenRivals) {
			if (selection.fits(index)) break;
			selection.drop(one);
			dropped.push(one);
		}
		const added = selection.insert([
			index,
			...dropped,
			...dropped.flatMap((one) => rivals[one] ?? []),
		]);
		return {
			undo: () => {
				added.forEach((one) => selection.drop(one));
				dropped.forEach((one) => selection.choose(one));
			},
		};
	};
	for (let pass = 0, gained = true; gained && pass < PASSES; pass++) {
		gained = false;
		for (let index = 0; index < orders.length && selection.effort < limit; index++) {
			const act = selection.chosen.has(index) ? dropOne(index) : forceIn(index);
			gained = tryIt(act) || gained;
		}
	}
};

import { wholeSteps } from '../core/steps';
import type { OpenMove } from './facts';
import type { Excess } from './readExcesses';
import { poolOf, type FreeStock, type Target } from './targets';
import type { QuantityChange } from './writeQuantities';

/** What the moves of a run hold, beside what the plan gives them. The targets come in the order of the queue. */
export interface Ledger {
	readonly targets: readonly Target[];
	/** In grains, by move. */
	readonly held: ReadonlyMap<number, number>;
}

export const holdsOf = ({ held }: Ledger, { id }: OpenMove): number => held.get(id) ?? 0;

/** What is beyond the plan and has to be given back; picked goods never. */
export const surplusOf = (ledger: Ledger): QuantityChange[] =>
	ledger.targets
		.map(({ move, allocated }) => ({ move, holds: Math.max(allocated, move.picked) }))
		.filter(({ move, holds }) => holdsOf(ledger, move) > holds);

export const wantingOf = (ledger: Ledger): Target[] =>
	ledger.targets.filter(({ move, allocated }) => holdsOf(ledger, move) < allocated);

export const withHeld = (ledger: Ledger, changes: readonly QuantityChange[]): Ledger => ({
	...ledger,
	held: new Map([...ledger.held, ...changes.map(({ move, holds }) => [move.id, holds] as const)]),
});

/** What the moves still want, as far as it is free when everything beyond the plan is given back. */
export const raisesOf = (ledger: Ledger, free: FreeStock): QuantityChange[] => {
	const left = new Map<string, number>();
	for (const target of ledger.targets) left.set(poolOf(target), free(target));
	for (const { move, holds } of surplusOf(ledger))
		left.set(poolOf({ move }), (left.get(poolOf({ move })) ?? 0) + holdsOf(ledger, move) - holds);
	return wantingOf(ledger).flatMap((target): QuantityChange[] => {
		const { move, allocated, step } = target;
		const has = holdsOf(ledger, move);
		const there = move.isUnlimited ? Infinity : Math.max(left.get(poolOf(target)) ?? 0, 0);
		const most = Math.min(allocated, has + there);
		const holds =
			most >= allocated ? allocated : wholeSteps({ asked: move.asked, step }, has, most);
		left.set(poolOf(target), there - (holds - has));
		return holds > has ? [{ move, holds }] : [];
	});
};

/** Gives back an excess from the end of the queue, as far as these moves hold it. */
export const cutsOf = (ledger: Ledger, excesses: readonly Excess[]): QuantityChange[] =>
	excesses.flatMap(({ product, quantity }) => {
		let excess = quantity;
		const own = ledger.targets.filter(
			({ move }) => move.product.id === product && !move.isUnlimited,
		);
		return own.reverse().flatMap(({ move }): QuantityChange[] => {
			const holds = holdsOf(ledger, move);
			const cut = Math.min(excess, holds - move.picked);
			if (cut <= 0) return [];
			excess -= cut;
			return [{ move, holds: holds - cut }];
		});
	});

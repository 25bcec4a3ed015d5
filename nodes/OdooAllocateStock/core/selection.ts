import type { PoolValue } from './poolValue';

/** An order that ships complete: what it needs of each pool, and what it is worth. */
export interface CompleteOrder {
	readonly value: number;
	readonly needs: readonly { readonly pool: number; readonly quantity: number }[];
}

/** Which complete orders are served, and what that leaves for the lines that may be served in part. */
export class Selection {
	readonly left: Float64Array;
	readonly chosen = new Set<number>();
	/** Of the chosen orders, and of the partial lines served from the rest. */
	value: number;
	/** Needs looked at so far: what an improvement may cost is bounded by it. */
	effort = 0;

	constructor(
		private readonly orders: readonly CompleteOrder[],
		private readonly pools: readonly PoolValue[],
		stock: readonly number[],
	) {
		this.left = Float64Array.from(stock);
		this.value = pools.reduce((total, pool, index) => total + pool.of(stock[index] ?? 0), 0);
	}

	fits(index: number): boolean {
		this.effort += this.needs(index).length;
		return this.needs(index).every(({ pool, quantity }) => (this.left[pool] ?? 0) >= quantity);
	}

	/** What choosing the order would gain: its value less that of the partial lines it displaces. */
	gain(index: number): number {
		return this.needs(index).reduce((total, { pool, quantity }) => {
			const there = this.left[pool] ?? 0;
			const worth = this.pools[pool];
			return total - (worth?.of(there) ?? 0) + (worth?.of(there - quantity) ?? 0);
		}, this.orders[index]?.value ?? 0);
	}

	choose(index: number): void {
		this.value += this.gain(index);
		this.shift(index, -1);
		this.chosen.add(index);
	}

	drop(index: number): void {
		this.shift(index, 1);
		this.chosen.delete(index);
		this.value -= this.gain(index);
	}

	/** Chooses what fits and gains, in this order. @returns what was chosen */
	insert(indexes: Iterable<number>): number[] {
		const added: number[] = [];
		for (const index of indexes) {
			if (this.chosen.has(index) || !this.fits(index) || this.gain(index) <= 0) continue;
			this.choose(index);
			added.push(index);
		}
		return added;
	}

	private needs(index: number): CompleteOrder['needs'] {
		return this.orders[index]?.needs ?? [];
	}

	private shift(index: number, sign: number): void {
		for (const { pool, quantity } of this.needs(index))
			this.left[pool] = (this.left[pool] ?? 0) + sign * quantity;
	}
}

import type { Pool } from './demand';

/** What is left in the pools while a plan is being made, and what each customer took. Lives only inside `allocate`. */
export class Shelf {
	readonly left: number[];
	private readonly takenBy = new Map<number, Map<number, number>>();

	constructor(
		readonly pools: readonly Pool[],
		/** Largest share of a pool that goes to one customer, 0 to 1. */
		private readonly customerCap: number,
	) {
		this.left = pools.map(({ free }) => Math.max(free, 0));
	}

	get hasCap(): boolean {
		return this.customerCap < 1;
	}

	/** What this customer may still take from the pool. */
	available(customer: number, pool: number): number {
		return Math.max(Math.min(this.left[pool] ?? 0, this.capLeft(customer, pool)), 0);
	}

	capLeft(customer: number, pool: number): number {
		if (!this.hasCap) return Infinity;
		const cap = Math.floor(Math.max(this.pools[pool]?.free ?? 0, 0) * this.customerCap);
		return cap - (this.takenBy.get(customer)?.get(pool) ?? 0);
	}

	/** A negative quantity gives back. */
	take(customer: number, pool: number, quantity: number): void {
		this.left[pool] = (this.left[pool] ?? 0) - quantity;
		const taken = this.takenBy.get(customer) ?? new Map<number, number>();
		taken.set(pool, (taken.get(pool) ?? 0) + quantity);
		this.takenBy.set(customer, taken);
	}
}

import type { Pool } from '../core/demand';
import { toGrains } from '../core/units';
import type { OpenMove } from './facts';
import type { StockView } from './readStock';

interface OpenPool {
	readonly product: number;
	readonly place: number;
	free: number;
}

/** Pools under construction: what Odoo has free, and what the orders of this run hold and may be given anew. */
export class Pools {
	private readonly indexOf = new Map<string, number>();
	private readonly pools: OpenPool[] = [];
	private readonly stillProtected: Map<number, number>;

	/** @param protectedStock what stays on the shelf, by product, in the product's unit */
	constructor(
		private readonly stock: StockView,
		protectedStock: ReadonlyMap<number, number>,
		moves: readonly OpenMove[],
	) {
		const grains = new Map(moves.map(({ product, unit }) => [product.id, unit.grain]));
		this.stillProtected = new Map(
			[...protectedStock].flatMap(([product, quantity]) => {
				const grain = grains.get(product);
				return grain ? [[product, toGrains(quantity, grain)] as const] : [];
			}),
		);
	}

	/** The pool that a move takes from. What Odoo keeps no stock of has a pool of its own, big enough. */
	ownOf(move: OpenMove): number {
		if (!move.isUnlimited) return this.at(move.locationId, move);
		return this.add(`move ${move.id}`, {
			product: move.product.id,
			place: move.locationId,
			free: move.asked - move.held,
		});
	}

	/** The pool of a move's product at some place. */
	at(place: number, { product: { id: product } }: OpenMove): number {
		const key = `${place} ${product}`;
		return (
			this.indexOf.get(key) ??
			this.add(key, { product, place, free: this.unprotected(place, product) })
		);
	}

	giveBack(pool: number, held: number): void {
		const found = this.pools[pool];
		if (found) found.free += held;
	}

	list(): readonly Pool[] {
		return this.pools;
	}

	/** The protected stock of a product is set aside at the first places that have it. */
	private unprotected(place: number, product: number): number {
		const free = this.stock.freeAt(place, product);
		const set = Math.min(this.stillProtected.get(product) ?? 0, Math.max(free, 0));
		if (set > 0) this.stillProtected.set(product, (this.stillProtected.get(product) ?? 0) - set);
		return free - set;
	}

	private add(key: string, pool: OpenPool): number {
		this.indexOf.set(key, this.pools.length);
		return this.pools.push(pool) - 1;
	}
}

import type { Shortage } from './promise';

export interface Substitute {
	readonly product: number;
	/** In grains of the substitute. */
	readonly quantity: number;
}

/** What the core must know of products that could take another's place. */
interface SubstituteFacts {
	/** Products that may stand in for one, the preferred first. */
	readonly candidatesOf: (product: number) => readonly number[];
	/** Free after the plan, in grains. */
	readonly freeAt: (place: number, product: number) => number;
	/** The same quantity in grains of the other product; null where their units do not compare. */
	readonly convert: (quantity: number, from: number, to: number) => number | null;
}

/**
 * Proposes for each short line the first product that could replace all of what is missing, else the one that could
 * replace most. What is proposed to one line is not proposed to another.
 * @param shortages the first in the queue first
 */
export const proposeSubstitutes = (
	shortages: readonly Shortage[],
	facts: SubstituteFacts,
): ReadonlyMap<number, Substitute> => {
	const promised = new Map<string, number>();
	const proposals = new Map<number, Substitute>();
	for (const { line, product, place, quantity } of shortages) {
		const offers = facts.candidatesOf(product).flatMap((candidate): Substitute[] => {
			const wanted = facts.convert(quantity, product, candidate);
			if (wanted === null || candidate === product) return [];
			const free = facts.freeAt(place, candidate) - (promised.get(`${place} ${candidate}`) ?? 0);
			return free > 0 ? [{ product: candidate, quantity: Math.min(wanted, free) }] : [];
		});
		const share = (offer: Substitute) =>
			offer.quantity / (facts.convert(quantity, product, offer.product) ?? Infinity);
		const best = offers.reduce<Substitute | null>(
			(chosen, offer) => (chosen && share(chosen) >= share(offer) ? chosen : offer),
			null,
		);
		if (!best) continue;
		proposals.set(line, best);
		const key = `${place} ${best.product}`;
		promised.set(key, (promised.get(key) ?? 0) + best.quantity);
	}
	return proposals;
};

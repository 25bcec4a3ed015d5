/** The next number of a series, from 0 up to but not including 1. */
export type Random = () => number;

/**
 * The same series for the same seed on every machine: mulberry32, whose whole state is one 32-bit integer.
 * @param seed a whole number; taken modulo 2^32
 */
export const mulberry32 = (seed: number): Random => {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
};

/** Draws an index, each with a chance in proportion to its weight. */
export const byWeight = (weights: readonly number[]) => {
	let total = 0;
	const sums = weights.map((weight) => (total += weight));
	return (random: Random): number => {
		const drawn = random() * total;
		return sums.findIndex((sum) => drawn < sum);
	};
};

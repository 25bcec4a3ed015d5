import type { OdooAddress } from '../support/axiosExchange';

/** What a benchmark may ask for; the real Odoo is started only when one asks. */
export interface BenchContext {
	readonly odoo: () => Promise<{ readonly admin: OdooAddress; readonly user: OdooAddress }>;
}

export interface Figure {
	readonly what: string;
	readonly value: number;
	readonly unit: string;
	/** The same work done another way in the same run: `value` divided by the other's. */
	readonly ratio?: { readonly to: string; readonly value: number };
}

export interface BenchReport {
	readonly name: string;
	/** What was measured, on how much, with how many repetitions. */
	readonly setting: string;
	readonly figures: readonly Figure[];
}

export const median = (values: readonly number[]): number => {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/**
 * Two ways of doing the same, in turn, so that a machine that slows down slows both.
 * @returns the medians in milliseconds
 */
export const inTurn = async (
	rounds: number,
	one: () => Promise<unknown> | unknown,
	other: () => Promise<unknown> | unknown,
): Promise<{ readonly one: number; readonly other: number }> => {
	const times: { one: number[]; other: number[] } = { one: [], other: [] };
	for (let round = 0; round <= rounds; round += 1) {
		for (const [name, work] of [
			['one', one],
			['other', other],
		] as const) {
			const began = performance.now();
			await work();
			// The first round warms up.
			if (round > 0) times[name].push(performance.now() - began);
		}
	}
	return { one: median(times.one), other: median(times.other) };
};

import { groupBy } from '../../shared/core/collections';

/** Goods that are expected at a place. */
export interface Receipt {
	readonly product: number;
	readonly place: number;
	readonly quantity: number;
	/** Sorts by time. */
	readonly at: string;
}

/** What a line still lacks. */
export interface Shortage {
	readonly line: number;
	readonly product: number;
	readonly place: number;
	readonly quantity: number;
}

const keyOf = ({ product, place }: { readonly product: number; readonly place: number }): string =>
	`${product} ${place}`;

/**
 * When each shortage is covered, if what comes in is given to the lines in their order: the receipt that completes it.
 * A line that is not covered has no date, and neither have those behind it.
 * @param shortages the first in the queue first
 * @returns the time by line
 */
export const promise = (
	shortages: readonly Shortage[],
	receipts: readonly Receipt[],
): ReadonlyMap<number, string> => {
	const incoming = groupBy(receipts, keyOf);
	const dates = new Map<number, string>();
	for (const [key, lines] of groupBy(shortages, keyOf)) {
		const coming = [...(incoming.get(key) ?? [])].sort((a, b) =>
			a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
		);
		let [wanted, received, next] = [0, 0, 0];
		for (const { line, quantity } of lines) {
			wanted += quantity;
			while (received < wanted && next < coming.length) received += coming[next++]?.quantity ?? 0;
			const last = coming[next - 1];
			if (received < wanted || !last) break;
			dates.set(line, last.at);
		}
	}
	return dates;
};

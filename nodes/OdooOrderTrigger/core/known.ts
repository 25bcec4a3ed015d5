/** Ids of events that were dealt with, oldest first, bounded: the overlap of two passes brings them again. */
export type Known = readonly string[];

export const MOST_KNOWN = 5_000;

export const withKnown = (known: Known, ids: readonly string[]): Known =>
	[...new Set([...known, ...ids])].slice(-MOST_KNOWN);

/** Each event once, in the order of their coming, without the known ones. */
export const unknownOf = <T extends { readonly id: string }>(
	events: readonly T[],
	known: Known,
): T[] => {
	const dealtWith = new Set(known);
	return events.filter(({ id }) => !dealtWith.has(id) && dealtWith.add(id));
};

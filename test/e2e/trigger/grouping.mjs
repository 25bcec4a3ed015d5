// @ts-check

/**
 * @template T, K
 * @param {readonly T[]} values @param {(value: T) => K} keyOf
 */
export function groupBy(values, keyOf) {
	/** @type {Map<K, T[]>} */
	const groups = new Map();
	for (const value of values)
		groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
	return groups;
}

/** The items under the key each has, in their order; keys in the order of their first item. */
export const groupBy = <T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> =>
	groupValues(items, keyOf, (item) => item);

/** What `valueOf` takes from each item, under the item's key. */
export const groupValues = <T, K, V>(
	items: Iterable<T>,
	keyOf: (item: T) => K,
	valueOf: (item: T) => V,
): Map<K, V[]> => {
	const groups = new Map<K, V[]>();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group) group.push(valueOf(item));
		else groups.set(key, [valueOf(item)]);
	}
	return groups;
};

/** The items by a key that each has alone; of several with one key the last counts. */
export const indexBy = <T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T> =>
	new Map(Array.from(items, (item) => [keyOf(item), item]));

/** Each value once, in the order of its first appearance. */
export const unique = <T>(values: Iterable<T>): T[] => [...new Set(values)];

/** What the table itself holds under the key, never what every object inherits: keys may come from anywhere. */
export const entryOf = <V>(table: { readonly [key: string]: V }, key: string): V | undefined =>
	Object.hasOwn(table, key) ? table[key] : undefined;

/** What `valueOf` makes of each item, as a record with the items' own closed set of keys. */
export const recordOf = <T, K extends string, V>(
	items: readonly T[],
	keyOf: (item: T) => K,
	valueOf: (item: T) => V,
): { readonly [key in K]: V } =>
	Object.fromEntries(items.map((item) => [keyOf(item), valueOf(item)])) as { [key in K]: V };

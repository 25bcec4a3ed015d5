/** The function's values, each worked out once: for what costs much and depends on the key alone. Keys must be few. */
export const kept = <Key, Value>(make: (key: Key) => Value): ((key: Key) => Value) => {
	const values = new Map<Key, Value>();
	return (key) => {
		const known = values.get(key);
		if (known !== undefined) return known;
		const value = make(key);
		values.set(key, value);
		return value;
	};
};

/** A short digest of values, the same in every process (FNV-1a over UTF-16 units, two lanes of 32 bits). */
export const digestOf = (text: string): string => {
	let [high, low] = [0x811c9dc5, 0x1000193];
	for (let index = 0; index < text.length; index += 1) {
		const unit = text.charCodeAt(index);
		high = Math.imul(high ^ unit, 0x01000193);
		low = Math.imul(low ^ unit ^ (high >>> 16), 0x85ebca6b);
	}
	const hex = (value: number) => (value >>> 0).toString(16).padStart(8, '0');
	return hex(high) + hex(low);
};

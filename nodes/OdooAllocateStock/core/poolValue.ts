/** A line that may be served in part: how much it takes and what each unit is worth. */
export interface PartialLine {
	readonly quantity: number;
	readonly unitValue: number;
}

/**
 * What a pool is worth to the lines that may be served in part, the most valuable first (which is the best that can be
 * done with them): the value of any quantity in logarithmic time.
 */
export class PoolValue {
	private readonly quantities: Float64Array;
	private readonly values: Float64Array;
	readonly lines: readonly PartialLine[];

	constructor(lines: readonly PartialLine[]) {
		this.lines = [...lines].sort((a, b) => b.unitValue - a.unitValue);
		this.quantities = new Float64Array(lines.length + 1);
		this.values = new Float64Array(lines.length + 1);
		this.lines.forEach(({ quantity, unitValue }, index) => {
			this.quantities[index + 1] = (this.quantities[index] ?? 0) + quantity;
			this.values[index + 1] = (this.values[index] ?? 0) + quantity * unitValue;
		});
	}

	/** Value of serving these lines from so much stock. */
	of(stock: number): number {
		if (stock <= 0) return 0;
		const full = this.linesWithin(stock);
		const next = this.lines[full];
		const rest = stock - (this.quantities[full] ?? 0);
		return (this.values[full] ?? 0) + (next ? rest * next.unitValue : 0);
	}

	/** How much is wanted at a price below the lines' worth, and what they gain by it. */
	above(price: number): { readonly quantity: number; readonly gain: number } {
		let [low, high] = [0, this.lines.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.lines[middle]?.unitValue ?? 0) > price) low = middle + 1;
			else high = middle;
		}
		const quantity = this.quantities[low] ?? 0;
		return { quantity, gain: (this.values[low] ?? 0) - price * quantity };
	}

	/** How many lines are served in full. */
	private linesWithin(stock: number): number {
		let [low, high] = [0, this.lines.length];
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.quantities[middle] ?? 0) <= stock) low = middle;
			else high = middle - 1;
		}
		return low;
	}
}

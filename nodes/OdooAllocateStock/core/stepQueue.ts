interface Entry<T> {
	/** The smaller first. */
	readonly turn: number;
	/** Decides between equal turns. */
	readonly place: number;
	readonly value: T;
}

const isBefore = (a: Entry<unknown>, b: Entry<unknown>): boolean =>
	a.turn !== b.turn ? a.turn < b.turn : a.place < b.place;

/** A binary heap: the step whose turn it is, in logarithmic time. */
export class StepQueue<T> {
	private readonly heap: Entry<T>[] = [];

	push(entry: Entry<T>): void {
		let index = this.heap.push(entry) - 1;
		while (index > 0) {
			const parent = (index - 1) >> 1;
			if (!this.swapIfBefore(index, parent)) return;
			index = parent;
		}
	}

	pop(): T | undefined {
		const [first] = this.heap;
		const last = this.heap.pop();
		if (!first || !last || this.heap.length === 0) return first?.value;
		this.heap[0] = last;
		this.sink(0);
		return first.value;
	}

	private sink(start: number): void {
		let index = start;
		for (;;) {
			const [left, right] = [2 * index + 1, 2 * index + 2];
			const child = this.before(right, left) ? right : left;
			if (!this.swapIfBefore(child, index)) return;
			index = child;
		}
	}

	private before(a: number, b: number): boolean {
		const [first, second] = [this.heap[a], this.heap[b]];
		return first !== undefined && second !== undefined && isBefore(first, second);
	}

	private swapIfBefore(lower: number, upper: number): boolean {
		const [a, b] = [this.heap[lower], this.heap[upper]];
		if (!a || !b || !isBefore(a, b)) return false;
		this.heap[lower] = b;
		this.heap[upper] = a;
		return true;
	}
}

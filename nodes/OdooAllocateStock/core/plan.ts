import type { LineReason } from './reasons';

export interface Take {
	readonly pool: number;
	readonly quantity: number;
}

export interface LinePlan {
	readonly line: number;
	readonly allocated: number;
	readonly takes: readonly Take[];
	/** Null when the line got all it asked for. */
	readonly reason: LineReason | null;
}

export interface OrderPlan {
	readonly order: number;
	/** Place in the queue, from 1. */
	readonly place: number;
	readonly lines: readonly LinePlan[];
}

export interface Plan {
	/** In the order in which they were given. */
	readonly orders: readonly OrderPlan[];
	/** What is left in each pool. */
	readonly left: readonly number[];
}

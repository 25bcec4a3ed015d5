import type { DemandOrder, Limits, Pool } from './demand';
import type { Policy } from './policies';

export interface Rules extends Limits {
	readonly policy: Policy;
}

export interface Problem {
	readonly rules: Rules;
	readonly pools: readonly Pool[];
	readonly orders: readonly DemandOrder[];
}

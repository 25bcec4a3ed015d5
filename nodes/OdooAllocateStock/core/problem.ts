import type { DemandOrder, Limits, Pool } from './demand';
import type { Policy } from './policies';

export type { DemandLine, DemandOrder, Pool } from './demand';
export type { Plan } from './plan';
export type { Policy } from './policies';

export interface Rules extends Limits {
	readonly policy: Policy;
}

export const PLAIN_RULES: Rules = {
	policy: 'priority',
	minimumFill: 0,
	minimumValue: 0,
	customerCap: 1,
	splitLimit: 1,
};

export interface Problem {
	readonly rules: Rules;
	readonly pools: readonly Pool[];
	readonly orders: readonly DemandOrder[];
}

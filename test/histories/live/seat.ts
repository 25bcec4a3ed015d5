import type { OrderFacts } from '../facts';
import type { Memory } from '../laws/memory';
import type { PlayedHistory } from '../played';
import type { Step } from '../steps';

/** A history that is being played, on an order of its own. */
export interface Seat extends PlayedHistory {
	readonly order: number;
	readonly buyer: number;
	readonly other: number;
	/** Of the next step. */
	readonly at: number;
	readonly facts: OrderFacts;
	readonly memory: Memory;
}

export const nextOf = ({ history, at }: Seat): Step | undefined => history.steps[at];

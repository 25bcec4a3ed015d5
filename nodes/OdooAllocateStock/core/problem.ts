/**
 * Words of the allocation engine.
 * - pool: the stock of one product at one place (a warehouse's stock location).
 * - order, line: what customers ask for; a line draws on the pools of its product.
 * - asked, held, picked: open demand, what is reserved for it now, and what is already picked of that.
 * - floor, ceiling: what a line keeps at least and may have at most, by the strategy of its order.
 *
 * Every quantity is a whole number of the product's smallest unit (one hundredth of a piece where Odoo keeps two
 * decimals), so that nothing is ever rounded here.
 */
export interface Pool {
	readonly product: number;
	readonly place: number;
	/** Free for these orders: what nobody else holds, with what their own lines hold now. */
	readonly free: number;
}

/** What may happen to what a line holds already. */
export type Strategy =
	/** Must be served whole, before everybody else; otherwise it is left as it is. */
	| 'win'
	/** Keeps what it has and is served before those that have no such right. */
	| 'keep'
	/** Keeps what it has and may get more in its turn. */
	| 'improve'
	/** May gain or lose in its turn. */
	| 'redistribute'
	/** May keep or lose, never gains. */
	| 'fill'
	/** Gives back everything; gets what is left when all others are served. */
	| 'giveUp';

export interface DemandLine {
	readonly id: number;
	readonly product: number;
	readonly asked: number;
	readonly held: number;
	readonly picked: number;
	/** Allocated in whole lots of this size, or whole as asked. At least 1. */
	readonly lot: number;
	/** Money for all that is asked, in the company's currency. */
	readonly value: number;
	/** Indexes of the pools it may draw on, the preferred place first. */
	readonly pools: readonly number[];
}

export interface DemandOrder {
	readonly id: number;
	readonly customer: number;
	/** Compared number by number, the smaller first; ties go to the smaller id. */
	readonly rank: readonly number[];
	readonly strategy: Strategy;
	/** All of it or nothing. */
	readonly shipsComplete: boolean;
	/** Weight of its value under the greatest-value policy. */
	readonly weight: number;
	readonly lines: readonly DemandLine[];
}

export type Policy = 'priority' | 'firstCome' | 'fairShare' | 'greatestValue';

export interface Rules {
	readonly policy: Policy;
	/** Smallest share of an order's value that is worth a shipment, 0 to 1. */
	readonly minimumFill: number;
	/** Smallest value that is worth a shipment. */
	readonly minimumValue: number;
	/** Largest share of a pool that goes to one customer, 0 to 1. */
	readonly customerCap: number;
	/** Places one order may ship from. */
	readonly splitLimit: number;
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

/** Why a line got less than it asked for. */
export type ShortReason =
	| 'customerCap'
	| 'givesUp'
	| 'keepsWhatItHas'
	| 'lot'
	| 'minimumFill'
	| 'minimumValue'
	| 'noStock'
	| 'shipComplete'
	| 'splitLimit'
	| 'othersFirst';

export interface Take {
	readonly pool: number;
	readonly quantity: number;
}

export interface LinePlan {
	readonly line: number;
	readonly allocated: number;
	readonly takes: readonly Take[];
	/** Null when the line got all it asked for. */
	readonly reason: ShortReason | null;
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

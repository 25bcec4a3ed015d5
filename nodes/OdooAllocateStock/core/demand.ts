import type { Strategy } from './strategies';

/**
 * Words of the allocation engine.
 * - pool: the stock of one product at one place (a warehouse's stock location).
 * - order, line: what customers ask for; a line draws on the pools of its product.
 * - asked, held, picked: open demand, what is reserved for it now, and what is already picked of that.
 * - step: what a line is served in whole multiples of; all that it asks for counts as whole.
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

export interface DemandLine {
	readonly id: number;
	readonly product: number;
	readonly asked: number;
	readonly held: number;
	readonly picked: number;
	/** At least 1. */
	readonly step: number;
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

/** What an allocation has to keep to, whatever the policy. */
export interface Limits {
	/** Smallest share of an order's value that is worth a shipment, 0 to 1. */
	readonly minimumFill: number;
	/** Smallest value that is worth a shipment. */
	readonly minimumValue: number;
	/** Largest share of a pool that goes to one customer, 0 to 1. */
	readonly customerCap: number;
	/** Places one order may ship from. */
	readonly splitLimit: number;
}

import type { EventType } from './eventTypes';

/** Which orders a trigger reports; an empty list means all. */
export interface OrderFilter {
	readonly companyIds: readonly number[];
	readonly warehouseIds: readonly number[];
	readonly teamIds: readonly number[];
	/** Tags of the customer, not of the order. */
	readonly customerTagIds: readonly number[];
	/** In the order's currency; 0 for every order. */
	readonly minimumTotal: number;
}

/** What to look for in Odoo. */
export interface EventQuery {
	readonly types: readonly EventType[];
	readonly filter: OrderFilter;
	/** The trigger's own part of the memory in Odoo. */
	readonly scope: string;
	/** Fields of a sales order whose change is an event. */
	readonly watchedFields: readonly string[];
	/** Name of the tag that means "on hold". */
	readonly holdTag: string;
	/** Days after the due date. */
	readonly overdueDays: number;
}

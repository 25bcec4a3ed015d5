import type { EventQuery, OrderFilter } from '../../nodes/OdooOrderTrigger/core/eventQuery';
import type { EventType } from '../../nodes/OdooOrderTrigger/core/eventTypes';

const EVERY_ORDER: OrderFilter = {
	companyIds: [],
	warehouseIds: [],
	teamIds: [],
	customerTagIds: [],
	minimumTotal: 0,
};

/** What a trigger looks for that is set to nothing but these events. */
export const queryFor = (
	types: readonly EventType[],
	more: Partial<EventQuery> = {},
): EventQuery => ({
	types,
	filter: EVERY_ORDER,
	scope: 'test',
	watchedFields: [],
	holdTag: 'Credit Hold',
	overdueDays: 0,
	...more,
});

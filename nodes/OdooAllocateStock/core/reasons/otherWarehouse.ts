import type { Reason } from './reason';

export const otherWarehouse = {
	code: 'otherWarehouse',
	label: 'Other Warehouse',
	sentence: 'another warehouse has the goods; they need a transfer of their own',
	case: 'STOCK_OTHER_WAREHOUSE',
} as const satisfies Reason;

import type { Reason } from './reason';

export const customerCap = {
	code: 'customerCap',
	label: 'Customer Share',
	sentence: 'the customer already has its share of this stock',
	case: 'STOCK_LOST_TO_PRIORITY',
} as const satisfies Reason;

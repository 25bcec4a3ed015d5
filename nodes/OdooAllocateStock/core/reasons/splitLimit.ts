import type { Reason } from './reason';

export const splitLimit = {
	code: 'splitLimit',
	label: 'Max Warehouses',
	sentence: 'it would have to ship from more warehouses than allowed',
	case: 'STOCK_POLICY',
} as const satisfies Reason;

import type { Reason } from './reason';

export const lot = {
	code: 'lot',
	label: 'Order Multiple',
	sentence: 'less than one order multiple is left',
	case: 'STOCK_POLICY',
} as const satisfies Reason;

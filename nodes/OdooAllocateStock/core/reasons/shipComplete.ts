import type { Reason } from './reason';

export const shipComplete = {
	code: 'shipComplete',
	label: 'Ship Complete',
	sentence: 'the order ships complete or not at all',
	case: 'STOCK_POLICY',
} as const satisfies Reason;

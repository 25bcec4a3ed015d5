import type { Reason } from './reason';

export const noStock = {
	code: 'noStock',
	label: 'Not Enough Stock',
	sentence: 'the warehouse has less than the order asks for',
	case: null,
} as const satisfies Reason;

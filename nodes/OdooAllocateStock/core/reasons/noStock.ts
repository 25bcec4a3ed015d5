import type { Reason } from './reason';

export const noStock = {
	code: 'noStock',
	label: 'Not Enough Stock',
	sentence: 'there is not enough stock',
	case: null,
} as const satisfies Reason;

import type { Reason } from './reason';

export const keepsWhatItHas = {
	code: 'keepsWhatItHas',
	label: 'Fill',
	sentence: 'keeps what it has and gets no more',
	case: 'STOCK_LOST_TO_PRIORITY',
} as const satisfies Reason;

import type { Reason } from './reason';

export const takenMeanwhile = {
	code: 'takenMeanwhile',
	label: 'Taken Meanwhile',
	sentence: 'somebody else reserved the stock in the meantime',
	case: 'STOCK_RESERVATION',
} as const satisfies Reason;

import type { Reason } from './reason';

export const givesUp = {
	code: 'givesUp',
	label: 'Lose',
	sentence: 'gives its stock to the other orders and gets what they leave',
	case: 'STOCK_LOST_TO_PRIORITY',
} as const satisfies Reason;

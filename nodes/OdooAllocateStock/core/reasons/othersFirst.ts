import type { Reason } from './reason';

export const othersFirst = {
	code: 'othersFirst',
	label: 'Other Orders First',
	sentence: 'the stock went to orders ahead of it',
	case: 'STOCK_LOST_TO_PRIORITY',
} as const satisfies Reason;

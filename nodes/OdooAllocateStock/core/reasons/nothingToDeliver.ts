import type { Reason } from './reason';

export const nothingToDeliver = {
	code: 'nothingToDeliver',
	label: 'Nothing to Deliver',
	sentence: 'nothing is left to deliver from stock',
	case: 'STOCK_DATA',
} as const satisfies Reason;

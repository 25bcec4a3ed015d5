import type { Reason } from './reason';

export const nothingToDeliver = {
	code: 'nothingToDeliver',
	label: 'Nothing to Deliver',
	sentence: 'everything is delivered or does not come from stock',
	case: 'STOCK_DATA',
} as const satisfies Reason;

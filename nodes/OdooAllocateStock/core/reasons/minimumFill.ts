import type { Reason } from './reason';

export const minimumFill = {
	code: 'minimumFill',
	label: 'Minimum Fill',
	sentence: 'too little of the order is in stock for a shipment',
	case: 'STOCK_POLICY',
} as const satisfies Reason;

import type { Reason } from './reason';

export const minimumValue = {
	code: 'minimumValue',
	label: 'Minimum Value',
	sentence: 'the goods in stock are worth too little for a shipment',
	case: 'STOCK_POLICY',
} as const satisfies Reason;

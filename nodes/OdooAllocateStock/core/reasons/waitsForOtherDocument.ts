import type { Reason } from './reason';

export const waitsForOtherDocument = {
	code: 'waitsForOtherDocument',
	label: 'Other Document',
	sentence: 'waits for another document: a previous step, a purchase or a production',
	case: 'STOCK_RESERVATION',
} as const satisfies Reason;

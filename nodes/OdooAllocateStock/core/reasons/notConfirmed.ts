import type { Reason } from './reason';

export const notConfirmed = {
	code: 'notConfirmed',
	label: 'Not Confirmed',
	sentence: 'the order is a quotation; confirm it first',
	case: 'INTAKE_STATE',
} as const satisfies Reason;

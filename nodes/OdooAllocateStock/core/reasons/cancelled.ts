import type { Reason } from './reason';

export const cancelled = {
	code: 'cancelled',
	label: 'Cancelled',
	sentence: 'the order is cancelled',
	case: 'INTAKE_STATE',
} as const satisfies Reason;

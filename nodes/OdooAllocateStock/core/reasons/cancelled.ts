import type { Reason } from './reason';

export const cancelled = {
	code: 'cancelled',
	label: 'Cancelled',
	sentence: 'a cancelled order gets no stock',
	case: 'INTAKE_STATE',
} as const satisfies Reason;

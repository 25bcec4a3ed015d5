import type { CaseTypes } from './caseType';

const stage = 'other';

export const OTHER = {
	OTHER: {
		stage,
		title: 'exception of an unknown kind',
		advice: 'Look at the order and decide who has to handle it.',
		kind: 'business',
		category: 'blocked',
		owner: 'customerService',
		severity: 'medium',
		slaHours: 8,
	},
} as const satisfies CaseTypes;

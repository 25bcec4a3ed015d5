import type { CaseTypes } from './caseType';

const stage = 'cash';

export const CASH = {
	CASH_PROMISE: {
		stage,
		title: 'customer promises to pay',
		advice: 'Record the promised date and amount.',
		kind: 'business',
		category: 'requested',
		owner: 'finance',
		severity: 'low',
		slaHours: 16,
	},
	CASH_REMITTANCE: {
		stage,
		title: 'remittance advice received',
		advice: 'Match the payment to the invoices it names.',
		kind: 'business',
		category: 'requested',
		owner: 'finance',
		severity: 'low',
		slaHours: 16,
	},
	CASH_SHORT_PAYMENT: {
		stage,
		title: 'payment is less than invoiced',
		advice: 'Ask for the reason for the deduction.',
		kind: 'business',
		category: 'disputed',
		owner: 'finance',
		severity: 'medium',
		slaHours: 8,
	},
	CASH_OTHER: {
		stage,
		title: 'payment question',
		advice: 'Look at the payments of the customer.',
		kind: 'business',
		category: 'requested',
		owner: 'finance',
		severity: 'medium',
		slaHours: 16,
	},
} as const satisfies CaseTypes;

import type { CaseTypes } from './caseType';

const stage = 'price';

export const PRICE = {
	PRICE_DEVIATION: {
		stage,
		title: 'price differs from what was agreed',
		advice: 'Compare with the pricelist or quotation and correct or approve the price.',
		kind: 'business',
		category: 'incorrect',
		owner: 'sales',
		severity: 'medium',
		slaHours: 8,
	},
	PRICE_DISCOUNT: {
		stage,
		title: 'discount outside policy',
		advice: 'Approve the discount or correct it.',
		kind: 'business',
		category: 'blocked',
		owner: 'sales',
		severity: 'medium',
		slaHours: 8,
	},
	PRICE_TERMS: {
		stage,
		title: "payment terms differ from the customer's",
		advice: 'Approve the terms or restore the agreed ones.',
		kind: 'business',
		category: 'blocked',
		owner: 'sales',
		severity: 'medium',
		slaHours: 8,
	},
	PRICE_OTHER: {
		stage,
		title: 'price question',
		advice: 'Look at prices, discounts and terms of the order.',
		kind: 'business',
		category: 'incorrect',
		owner: 'sales',
		severity: 'medium',
		slaHours: 8,
	},
} as const satisfies CaseTypes;

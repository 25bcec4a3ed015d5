import { above, ask, defineRule, hold } from './rule';

export const limitExceeded = defineRule({
	code: 'limit_exceeded',
	label: 'Credit Limit Exceeded',
	description: 'Exposure above the credit limit and its tolerance',
	unit: 'amount',
	hasThreshold: false,
	presets: { lenient: ask(), standard: ask(), strict: hold() },
	standsFor: 'CREDIT_LIMIT',
	sentence: ({ actual, threshold }) =>
		`The customer would owe ${actual}; the credit limit allows ${threshold}.`,
	check: ({ limit, exposure }) =>
		limit.kind === 'amount' ? above(exposure.total, limit.ceiling) : null,
});

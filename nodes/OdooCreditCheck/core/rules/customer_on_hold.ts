import { defineRule, flagged, hold } from './rule';

export const customerOnHold = defineRule({
	code: 'customer_on_hold',
	label: 'Customer on Hold',
	description: 'The customer carries a hold tag',
	unit: null,
	hasThreshold: false,
	presets: { lenient: hold(), standard: hold(), strict: hold() },
	standsFor: 'CREDIT_HOLD',
	sentence: () => 'The customer is on hold.',
	check: ({ account }) => flagged(account.holdFlag),
});

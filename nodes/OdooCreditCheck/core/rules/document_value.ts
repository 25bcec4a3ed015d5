import { above, defineRule, OFF } from './rule';

export const documentValue = defineRule({
	code: 'document_value',
	label: 'Order Value',
	description: 'Total of the order',
	unit: 'amount',
	hasThreshold: true,
	presets: { lenient: OFF, standard: OFF, strict: OFF },
	standsFor: 'CREDIT_ORDER_VALUE',
	sentence: ({ actual, threshold }) =>
		`This order is worth ${actual}; orders above ${threshold} need approval.`,
	check: ({ orderTotal }, threshold) => above(orderTotal, threshold),
});

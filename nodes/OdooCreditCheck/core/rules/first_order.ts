import { ask, defineRule, flagged, OFF } from './rule';

export const firstOrder = defineRule({
	code: 'first_order',
	label: 'First Order',
	description: 'The customer has not been invoiced yet',
	unit: null,
	hasThreshold: false,
	presets: { lenient: OFF, standard: OFF, strict: ask() },
	standsFor: 'CREDIT_NEW_CUSTOMER',
	looksAt: 'invoiceHistory',
	sentence: () => 'The customer has not been invoiced yet.',
	check: ({ account }) => flagged(account.firstInvoiceOn === null),
});

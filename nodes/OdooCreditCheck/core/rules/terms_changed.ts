import { ask, defineRule, flagged, OFF } from './rule';

export const termsChanged = defineRule({
	code: 'terms_changed',
	label: 'Payment Terms Changed',
	description: "The order's payment terms differ from the customer's",
	unit: null,
	hasThreshold: false,
	presets: { lenient: OFF, standard: ask(), strict: ask() },
	standsFor: 'CREDIT_TERMS',
	sentence: ({ detail }) => `The order's payment terms (${detail}) differ from the customer's.`,
	check: ({ account, order }) =>
		flagged(
			order.paymentTerm !== null && order.paymentTerm.id !== account.paymentTermId,
			order.paymentTerm?.name,
		),
});

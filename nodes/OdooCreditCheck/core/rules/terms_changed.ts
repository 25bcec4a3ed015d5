import { isLonger } from '../../../shared/ledger/core/approvalFacts';
import { ask, defineRule, flagged, OFF } from './rule';

export const termsChanged = defineRule({
	code: 'terms_changed',
	label: 'Payment Terms Changed',
	description: "The order's payment terms are longer than the customer's",
	unit: null,
	hasThreshold: false,
	presets: { lenient: OFF, standard: ask(), strict: ask() },
	standsFor: 'CREDIT_TERMS',
	sentence: ({ detail }) => `The order's payment terms (${detail}) are longer than the customer's.`,
	check: ({ order }) =>
		flagged(
			order.paymentTerm !== null && isLonger(order.usualTerm, order.term),
			order.paymentTerm?.name,
		),
});

import { daysBetween } from '../../../shared/core/time';
import { above, defineRule, OFF, type RuleInput } from './rule';

const isNew = ({ account, policy, today }: RuleInput): boolean =>
	account.firstInvoiceOn === null ||
	daysBetween(account.firstInvoiceOn, today) < policy.newCustomerDays;

export const newCustomerCap = defineRule({
	code: 'new_customer_cap',
	label: 'New Customer Cap',
	description: 'Exposure of a new customer',
	unit: 'amount',
	hasThreshold: true,
	presets: { lenient: OFF, standard: OFF, strict: OFF },
	standsFor: 'CREDIT_NEW_CUSTOMER',
	looksAt: 'invoiceHistory',
	sentence: ({ actual, threshold }) =>
		`The customer is new and would owe ${actual}; new customers may owe up to ${threshold}.`,
	check: (input, threshold) => (isNew(input) ? above(input.exposure.total, threshold) : null),
});

import { overdueFrom } from '../ageing';
import { above, defineRule, OFF } from './rule';

export const overdueAmount = defineRule({
	code: 'overdue_amount',
	label: 'Overdue Amount',
	description: 'Overdue receivables',
	unit: 'amount',
	hasThreshold: true,
	presets: { lenient: OFF, standard: OFF, strict: OFF },
	standsFor: 'CREDIT_OVERDUE',
	sentence: ({ actual, threshold }) =>
		`The customer has ${actual} overdue (allowed: ${threshold}).`,
	check: ({ exposure: { ageing }, policy }, threshold) =>
		above(overdueFrom(ageing, policy.overdueMinimum ?? 0).amount, threshold),
});

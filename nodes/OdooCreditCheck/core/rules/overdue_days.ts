import { exact } from '../../../shared/core/exact';
import { overdueFrom } from '../ageing';
import { above, defineRule, hold } from './rule';

export const overdueDays = defineRule({
	code: 'overdue_days',
	label: 'Oldest Overdue',
	description: 'How long the oldest unpaid invoice has been overdue',
	unit: 'days',
	hasThreshold: true,
	presets: { lenient: hold(60), standard: hold(30), strict: hold() },
	standsFor: 'CREDIT_OVERDUE',
	sentence: ({ actual, threshold }) =>
		`The oldest unpaid invoice is ${actual} overdue (allowed: ${threshold}).`,
	check: ({ exposure: { ageing }, policy }, threshold) =>
		above(exact(overdueFrom(ageing, policy.overdueMinimum ?? 0).days), threshold),
});

import { averageDaysLate } from '../behaviour';
import { above, ask, defineRule, OFF } from './rule';

export const slowPayer = defineRule({
	code: 'slow_payer',
	label: 'Slow Payer',
	description: 'How late the customer paid on average over the last year',
	unit: 'days',
	hasThreshold: true,
	presets: { lenient: OFF, standard: OFF, strict: ask(15) },
	standsFor: 'CREDIT_RISK',
	looksAt: 'settlements',
	sentence: ({ actual, threshold }) =>
		`The customer pays ${actual} late on average (allowed: ${threshold}).`,
	check: ({ account }, threshold) => {
		const average = averageDaysLate(account.settlements);
		return average === null ? null : above(average, threshold);
	},
});

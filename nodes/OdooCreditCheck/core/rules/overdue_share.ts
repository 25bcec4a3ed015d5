import { divide, exact, isPositive, multiply } from '../../../shared/core/exact';
import { overdueFrom } from '../ageing';
import { above, ask, defineRule, OFF } from './rule';

const HUNDRED = exact(100);

/**
 * Overdue in percent of the limit. A share of the receivables would fall, and the outcome improve, when the customer
 * buys more.
 */
export const overdueShare = defineRule({
	code: 'overdue_share',
	label: 'Overdue Share',
	description: 'Overdue receivables as a share of the credit limit',
	unit: 'percent',
	hasThreshold: true,
	presets: { lenient: OFF, standard: OFF, strict: ask(10) },
	standsFor: 'CREDIT_OVERDUE',
	sentence: ({ actual, threshold }) =>
		actual === ''
			? 'The customer has overdue invoices and no credit (limit of zero).'
			: `Overdue invoices make up ${actual} of the credit limit (allowed: ${threshold}).`,
	check: ({ exposure: { ageing }, limit, policy }, threshold) => {
		const { amount } = overdueFrom(ageing, policy.overdueMinimum ?? 0);
		if (limit.kind === 'notManaged') return null;
		if (limit.kind === 'noCredit') return isPositive(amount) ? { actual: null, threshold } : null;
		return above(divide(multiply(amount, HUNDRED), limit.amount), threshold);
	},
});

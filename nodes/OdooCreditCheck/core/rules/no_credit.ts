import { ZERO } from '../../../shared/core/exact';
import { above, ask, defineRule, hold } from './rule';

export const noCredit = defineRule({
	code: 'no_credit',
	label: 'No Credit',
	description: 'The credit limit is zero',
	unit: 'amount',
	hasThreshold: false,
	presets: { lenient: ask(), standard: hold(), strict: hold() },
	standsFor: 'CREDIT_NO_LIMIT',
	sentence: ({ actual }) => `The customer has no credit (limit of zero) and would owe ${actual}.`,
	check: ({ limit, exposure }) => (limit.kind === 'noCredit' ? above(exposure.total, ZERO) : null),
});

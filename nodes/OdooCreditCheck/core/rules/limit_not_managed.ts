import { approve, ask, defineRule, flagged } from './rule';

export const limitNotManaged = defineRule({
	code: 'limit_not_managed',
	label: 'Limit Not Managed',
	description: 'No credit limit is set',
	unit: null,
	hasThreshold: false,
	presets: { lenient: approve(), standard: approve(), strict: ask() },
	standsFor: 'CREDIT_DATA',
	sentence: () => 'No credit limit is set for the customer.',
	check: ({ limit }) => flagged(limit.kind === 'notManaged'),
});

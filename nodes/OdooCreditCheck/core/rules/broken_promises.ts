import { exact } from '../../../shared/core/exact';
import { counted } from '../../../shared/core/wording';
import { above, ask, defineRule, OFF } from './rule';

export const brokenPromises = defineRule({
	code: 'broken_promises',
	label: 'Broken Promises',
	description: 'Promises to pay that the customer broke',
	unit: 'count',
	hasThreshold: true,
	presets: { lenient: OFF, standard: OFF, strict: ask(1) },
	standsFor: 'CREDIT_RISK',
	sentence: ({ count, threshold }) =>
		`The customer broke ${counted(count, 'promise')} to pay (allowed: ${threshold}).`,
	check: ({ account: { brokenPromises: broken } }, threshold) =>
		broken === null ? null : above(exact(broken), threshold),
});

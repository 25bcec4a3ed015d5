import { ask, defineRule, flagged } from './rule';

export const releaseUnproven = defineRule({
	code: 'release_unproven',
	label: 'Release Not Proven',
	description: 'The tag of a stopped order was taken off, and nothing in Odoo proves by whom',
	unit: null,
	hasThreshold: false,
	presets: { lenient: ask(), standard: ask(), strict: ask() },
	standsFor: 'CREDIT_HOLD',
	sentence: () =>
		'Somebody took the tag off this order, and nothing proves who: whoever may release it logs a note that begins with "Released" before taking the tag off.',
	check: ({ order }) => flagged(order.releaseUnproven),
});

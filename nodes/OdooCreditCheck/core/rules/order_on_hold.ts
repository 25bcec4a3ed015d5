import { defineRule, flagged, hold } from './rule';

export const orderOnHold = defineRule({
	code: 'order_on_hold',
	label: 'Order on Hold',
	description: 'Somebody put the hold tag on the order',
	unit: null,
	hasThreshold: false,
	presets: { lenient: hold(), standard: hold(), strict: hold() },
	standsFor: 'CREDIT_HOLD',
	sentence: () =>
		'This order carries the hold tag, and no check put it there: somebody set it, or copied an order that has it.',
	check: ({ order }) => flagged(order.heldByHand),
});

import { isComplete } from '../../../shared/ledger/core/orderLedger';
import { asksForMoney } from '../progress';
import { finding, reasonOf } from '../reason';
import { choiceOption } from './option';
import { gateRule } from './rule';

const deliveriesOpen = finding({
	code: 'deliveryIncomplete',
	case: 'SHIP_NOT_DELIVERED',
	sentence: () => 'The order is invoiced when it is complete, and deliveries are still open',
});

/** The setting behind the two rules on deliveries in parts. */
export const partialOption = choiceOption({
	displayName: 'Partial Deliveries',
	name: 'partial',
	type: 'options',
	options: [
		{ name: 'Invoice Each Delivery', value: 'eachDelivery' },
		{
			name: 'Invoice From a Minimum Value',
			value: 'minimumValue',
			description: 'Smaller amounts wait for the next delivery',
		},
		{ name: 'Invoice When Complete', value: 'whenComplete' },
	],
	default: 'eachDelivery',
	description: 'What happens to an order that is delivered in parts',
});

export const deliveryIncomplete = gateRule({
	findings: [deliveriesOpen],
	options: { partial: partialOption },
	check: (order, { partial }) =>
		partial.kind !== 'whenComplete' || isComplete(order.ledger) || !asksForMoney(order)
			? []
			: [reasonOf(deliveriesOpen, order)],
});

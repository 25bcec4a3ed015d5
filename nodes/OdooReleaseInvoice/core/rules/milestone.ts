import type { Milestone } from '../policy';
import { asksForMoney } from '../progress';
import { billedOverDelivered } from './billedOverDelivered';
import { notFullyShipped } from './notFullyShipped';
import { notShipped } from './notShipped';
import { choiceOption } from './option';
import { proofOfDeliveryMissing } from './proofOfDeliveryMissing';
import { gateRule, type GateRule } from './rule';

const STEPS = [notShipped, notFullyShipped, billedOverDelivered, proofOfDeliveryMissing] as const;

const ASKED = {
	onOrder: [],
	shipped: [notShipped, billedOverDelivered],
	fullyShipped: [notShipped, notFullyShipped, billedOverDelivered],
	proofOfDelivery: [notShipped, billedOverDelivered, proofOfDeliveryMissing],
} as const satisfies Record<Milestone, readonly GateRule<StepCode>[]>;

type StepCode = (typeof STEPS)[number]['findings'][number]['code'];

/** The order has come as far as its policy asks for. The first step that is missing says it all. */
export const milestone = gateRule({
	findings: STEPS.flatMap(({ findings }): GateRule<StepCode>['findings'] => findings),
	options: {
		milestone: choiceOption({
			displayName: 'Invoice When',
			name: 'milestone',
			type: 'options',
			options: [
				{
					name: 'Fully Shipped',
					value: 'fullyShipped',
					description: 'Nothing of the order is left to ship',
				},
				{
					name: 'On Order',
					value: 'onOrder',
					description: 'As soon as Odoo has something to invoice',
				},
				{
					name: 'Proof of Delivery',
					value: 'proofOfDelivery',
					description: 'Every shipment is proven to have arrived',
				},
				{ name: 'Shipped', value: 'shipped', description: 'Invoice what was shipped' },
			],
			default: 'shipped',
			description: 'How far an order must have come before it is invoiced',
		}),
	},
	check: (...gate) => {
		if (!asksForMoney(gate[0])) return [];
		for (const { check } of ASKED[gate[1].milestone]) {
			const reasons = check(...gate);
			if (reasons.length > 0) return reasons;
		}
		return [];
	},
});

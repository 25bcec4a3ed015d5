import { isPositive } from '../../../shared/core/exact';
import type { InvoicingOrder } from '../facts';
import type { PartialPolicy } from '../policy';
import { goodsLines, missingQuantity, valueToInvoice } from '../quantities';
import { reason, type Reason } from '../reason';
import { isRemainderCancelled } from './milestone';
import type { Rule } from './rule';

const isComplete = (order: InvoicingOrder): boolean =>
	isRemainderCancelled(order) ||
	!goodsLines(order).some((line) => isPositive(missingQuantity(line)));

const WAITS = {
	eachDelivery: () => [],
	whenComplete: () => [
		reason(
			'deliveryIncomplete',
			'The order is billed when it is complete, and deliveries are still open',
		),
	],
	minimumValue: (order, policy) => {
		const value = valueToInvoice(order);
		if (policy.kind !== 'minimumValue' || value >= policy.value) return [];
		return [
			reason('belowMinimumValue', `${value} ${order.currency} to bill, less than ${policy.value}`, {
				value,
				minimum: policy.value,
			}),
		];
	},
} as const satisfies Record<
	PartialPolicy['kind'],
	(order: InvoicingOrder, policy: PartialPolicy) => readonly Reason[]
>;

/** A delivery in parts is billed as the customer wants it. A complete one is always billed. */
export const partialRule: Rule = (order, { partial }) =>
	isComplete(order) ? [] : WAITS[partial.kind](order, partial);

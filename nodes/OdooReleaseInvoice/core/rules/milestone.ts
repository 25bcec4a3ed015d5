import { exact, isPositive, isZero, add } from '../../../shared/core/exact';
import type { InvoicingOrder, Transfer } from '../facts';
import type { Milestone } from '../policy';
import { goodsLines, linesToInvoice, missingQuantity, quantity, shown } from '../quantities';
import { reason, type Reason } from '../reason';
import { isWithin } from '../tolerance';
import { missingProofs } from './proof';
import type { Rule } from './rule';

const isDelivery = ({ direction }: Transfer): boolean => direction === 'delivery';
const hasShipped = (order: InvoicingOrder): boolean =>
	goodsLines(order).some(({ delivered }) => isPositive(quantity(delivered)));

/** Nothing more will be shipped, although less than ordered was. */
export const isRemainderCancelled = (order: InvoicingOrder): boolean =>
	hasShipped(order) &&
	!order.transfers.some((transfer) => isDelivery(transfer) && transfer.state === 'open');

const notShipped: Rule = (order) =>
	goodsLines(order).length === 0 || hasShipped(order)
		? []
		: [reason('notShipped', 'Nothing is shipped yet')];

const notFullyShipped: Rule = (order, { quantityTolerance }) => {
	if (goodsLines(order).length === 0 || isRemainderCancelled(order)) return [];
	const short = goodsLines(order).filter(
		(line) =>
			!isWithin(
				quantityTolerance,
				missingQuantity(line),
				quantity(line.ordered),
				exact(line.unitPrice),
			),
	);
	return short.map((line) =>
		reason('notFullyShipped', `${line.label}: ${line.delivered} of ${line.ordered} shipped`, {
			line: line.id,
			ordered: line.ordered,
			delivered: line.delivered,
		}),
	);
};

/** A product that Odoo bills by the ordered quantity would be billed before it is shipped. */
const billedOverDelivered: Rule = (order, { quantityTolerance }) =>
	linesToInvoice(order)
		.filter(({ kind, invoicedBy }) => kind === 'goods' && invoicedBy === 'ordered')
		.flatMap((line): Reason[] => {
			const missing = missingQuantity(line);
			if (
				isZero(missing) ||
				isWithin(quantityTolerance, missing, quantity(line.ordered), exact(line.unitPrice))
			)
				return [];
			const billed = shown(add(quantity(line.invoiced), quantity(line.toInvoice)));
			const message = `${line.label} is billed by the ordered quantity: ${billed} billed, ${line.delivered} shipped`;
			return [
				reason('billedOverDelivered', message, {
					line: line.id,
					billed,
					delivered: line.delivered,
				}),
			];
		});

const proofMissing: Rule = (order, policy, today) =>
	missingProofs(order, policy.proof, today).map(({ id, name, doneAt }) =>
		reason('proofOfDeliveryMissing', `${name} has no proof of delivery yet`, {
			transfer: id,
			shippedAt: doneAt,
		}),
	);

const STEPS = {
	onOrder: [],
	shipped: [notShipped, billedOverDelivered],
	fullyShipped: [notShipped, notFullyShipped, billedOverDelivered],
	proofOfDelivery: [notShipped, billedOverDelivered, proofMissing],
} as const satisfies Record<Milestone, readonly Rule[]>;

/** The order has come as far as its policy asks for. The first step that is missing says it all. */
export const milestoneRule: Rule = (order, policy, today) => {
	for (const step of STEPS[policy.milestone]) {
		const reasons = step(order, policy, today);
		if (reasons.length > 0) return reasons;
	}
	return [];
};

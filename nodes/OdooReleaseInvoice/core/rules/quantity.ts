import { exact, isPositive, subtract } from '../../../shared/core/exact';
import { goodsLines, linesToInvoice, quantity } from '../quantities';
import { reason } from '../reason';
import { isWithin } from '../tolerance';
import type { Rule } from './rule';

/** More went out than was ordered, on a line that is about to be billed by what was delivered. */
export const overDeliveryRule: Rule = (order, { quantityTolerance }) => {
	const billed = new Set(linesToInvoice(order).map(({ id }) => id));
	return goodsLines(order).flatMap((line) => {
		const surplus = subtract(quantity(line.delivered), quantity(line.ordered));
		if (!billed.has(line.id) || line.invoicedBy === 'ordered' || !isPositive(surplus)) return [];
		if (isWithin(quantityTolerance, surplus, quantity(line.ordered), exact(line.unitPrice)))
			return [];
		const message = `${line.label}: ${line.delivered} delivered, ${line.ordered} ordered`;
		return [
			reason('overDelivered', message, {
				line: line.id,
				ordered: line.ordered,
				delivered: line.delivered,
			}),
		];
	});
};

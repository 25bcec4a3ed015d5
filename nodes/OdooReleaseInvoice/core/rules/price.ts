import { divide, exact, multiply, subtract, type Exact } from '../../../shared/core/exact';
import { draftsOf } from '../drafts';
import { isDownPayment, linesToInvoice, quantity } from '../quantities';
import { reason, type Reason } from '../reason';
import { isWithin } from '../tolerance';
import type { Rule } from './rule';

const afterDiscount = ({
	unitPrice,
	discount,
}: {
	readonly unitPrice: number;
	readonly discount: number;
}): Exact => multiply(exact(unitPrice), subtract(exact(1), divide(exact(discount), exact(100))));

/** A draft that somebody changed does not ask for other prices than the order does. */
const againstOrder: Rule = (order, { priceTolerance }) => {
	const lineById = new Map(order.lines.map((line) => [line.id, line]));
	return draftsOf(order).flatMap((draft) =>
		draft.lines.flatMap((billed): Reason[] => {
			const line = lineById.get(billed.orderLineId);
			if (!line || isDownPayment(line)) return [];
			const ordered = afterDiscount(line);
			const difference = subtract(afterDiscount(billed), ordered);
			if (isWithin(priceTolerance, difference, ordered, quantity(1))) return [];
			const message = `${line.label}: the draft invoice asks for ${billed.unitPrice} less ${billed.discount} %, the order for ${line.unitPrice} less ${line.discount} %`;
			return [
				reason('priceDiffersFromOrder', message, {
					line: line.id,
					invoice: draft.id,
					invoiced: billed.unitPrice,
					ordered: line.unitPrice,
				}),
			];
		}),
	);
};

const againstPriceList: Rule = (order, { checksPriceList, priceTolerance }) =>
	!checksPriceList
		? []
		: linesToInvoice(order).flatMap((line): Reason[] => {
				const { listPrice, label, unitPrice, discount } = line;
				if (listPrice === null)
					return [
						reason('priceListUnknown', `${label}: Odoo does not tell the price list's price`, {
							line: line.id,
						}),
					];
				const list = exact(listPrice);
				const difference = subtract(afterDiscount(line), list);
				if (isWithin(priceTolerance, difference, list, quantity(1))) return [];
				const message = `${label}: ordered at ${unitPrice} less ${discount} %, the price list says ${listPrice}`;
				return [
					reason('priceDiffersFromPriceList', message, {
						line: line.id,
						ordered: unitPrice,
						discount,
						listPrice,
					}),
				];
			});

export const priceRule: Rule = (...facts) => [
	...againstOrder(...facts),
	...againstPriceList(...facts),
];

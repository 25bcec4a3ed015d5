import {
	add,
	compare,
	divide,
	exact,
	isZero,
	multiply,
	roundTo,
	subtract,
	sum,
	ZERO,
	type Exact,
} from '../../shared/core/exact';
import { numberText } from '../../shared/core/wording';
import type { InvoicingOrder, OrderLineFacts } from './facts';

/** Odoo keeps quantities as binary floats; beyond its six decimals there is only their noise. */
const DECIMALS = 6;

/** A quantity as Odoo means it: `0.30000000000000004` is three tenths. */
export const quantity = (value: number): Exact => exact(roundTo(exact(value), DECIMALS));

export const isDownPayment = ({ kind }: OrderLineFacts): boolean => kind === 'downPayment';
export const goodsLines = (order: InvoicingOrder): OrderLineFacts[] =>
	order.lines.filter(({ kind }) => kind === 'goods');
export const tradeLines = (order: InvoicingOrder): OrderLineFacts[] =>
	order.lines.filter((line) => !isDownPayment(line));

/** @param amount for the ordered quantity */
const perUnit = ({ ordered, unitPrice, discount }: OrderLineFacts, amount: number): Exact =>
	isZero(quantity(ordered))
		? multiply(exact(unitPrice), subtract(exact(1), divide(exact(discount), exact(100))))
		: divide(exact(amount), quantity(ordered));

/** Value of the next invoice without tax, before down payments. */
export const valueToInvoice = (order: InvoicingOrder): number =>
	roundTo(
		sum(
			tradeLines(order).map((line) =>
				multiply(perUnit(line, line.subtotal), quantity(line.toInvoice)),
			),
		),
		2,
	);

export const missingQuantity = ({ ordered, delivered }: OrderLineFacts): Exact => {
	const missing = subtract(quantity(ordered), quantity(delivered));
	return compare(missing, ZERO) > 0 ? missing : ZERO;
};

/** Sums over the order's lines, as the gate's evidence shows them. Down payments are no quantities. */
export const totalQuantities = (
	order: InvoicingOrder,
): { ordered: number; delivered: number; invoiced: number } => {
	const total = (pick: (line: OrderLineFacts) => number) =>
		roundTo(
			tradeLines(order).reduce((all, line) => add(all, quantity(pick(line))), ZERO),
			DECIMALS,
		);
	return {
		ordered: total((line) => line.ordered),
		delivered: total((line) => line.delivered),
		invoiced: total((line) => line.invoiced),
	};
};

/** What should be invoiced of a line by now. */
export const quantityDue = ({ invoicedBy, ordered, delivered }: OrderLineFacts): number =>
	invoicedBy === 'ordered' ? ordered : delivered;

export const shown = (value: Exact): number => roundTo(value, DECIMALS);
export const quantityText = (value: number): string => numberText(value, DECIMALS);

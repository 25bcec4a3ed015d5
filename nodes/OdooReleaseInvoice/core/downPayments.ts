import { exact, isZero, multiply, roundTo, sum } from '../../shared/core/exact';
import type { InvoicingOrder } from './facts';
import type { InvoicePolicy } from './policy';
import { isRemainderCancelled } from './progress';
import {
	isDownPayment,
	linesToCredit,
	missingQuantity,
	openDownPayments,
	quantity,
} from './quantities';

/** Nothing is left to be invoiced after the next invoice. */
const isLast = (order: InvoicingOrder): boolean =>
	order.lines.every(
		(line) =>
			isDownPayment(line) ||
			isZero(missingQuantity(line)) ||
			(line.kind === 'goods' ? isRemainderCancelled(order) : line.invoicedBy === 'ordered'),
	);

/** Whether the next invoice takes off what was invoiced before: down payments, or too much. Odoo's wizard makes no difference. */
export const deductsNow = (
	order: InvoicingOrder,
	{ downPayments, allowsCreditNotes }: InvoicePolicy,
): boolean => {
	if (openDownPayments(order).length === 0)
		return allowsCreditNotes && linesToCredit(order).length > 0;
	return downPayments === 'deductFirst' || (downPayments === 'deductLast' && isLast(order));
};

/** Value of the down payments that are not deducted yet, without tax. */
export const valuePaidDown = (order: InvoicingOrder): number =>
	roundTo(
		sum(
			openDownPayments(order).map(({ unitPrice, invoiced }) =>
				multiply(exact(unitPrice), quantity(invoiced)),
			),
		),
		2,
	);

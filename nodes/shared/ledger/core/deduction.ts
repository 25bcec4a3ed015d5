import { compare, isNegative, isPositive, ZERO, type Exact } from '../../core/exact';
import { subtractAmounts, sumAmounts, type Amount } from './amount';
import { openDownPayment } from './downPayments';
import { amountFor, remainingToInvoice, type OrderLedger } from './orderLedger';

/**
 * Whether the next invoice of an order has to take off its down payments. Odoo's wizard takes off all of them at once.
 * `later`: enough will be left to take them off from. `now`: `leaves` is what the document asks for after it; negative
 * makes it a credit note. `tooSmall`: they are due, but this invoice is smaller than they are and more is to come: with
 * what is still to be delivered it becomes large enough.
 */
export type Deduction =
	| { readonly kind: 'none' | 'later' }
	| { readonly kind: 'now' | 'tooSmall'; readonly open: Amount; readonly leaves: Amount };

/**
 * Due as soon as the rest to be invoiced after this invoice is less than the down payments that are open: whatever comes
 * later could not take them off any more.
 * @param next quantities of the next invoice by line id; lines that are missing are not on it
 */
export const deductionFor = (order: OrderLedger, next: ReadonlyMap<number, Exact>): Deduction => {
	const open = openDownPayment(order.downPayments);
	if (!isPositive(open.gross)) return { kind: 'none' };
	const value = sumAmounts(order.lines.map((line) => amountFor(line, next.get(line.id) ?? ZERO)));
	const rest = subtractAmounts(
		sumAmounts(order.lines.map((line) => amountFor(line, remainingToInvoice(line)))),
		value,
	);
	if (compare(rest.gross, open.gross) >= 0) return { kind: 'later' };
	const deduction = { open, leaves: subtractAmounts(value, open) };
	const isTooSmall = isNegative(deduction.leaves.gross) && isPositive(rest.gross);
	return { kind: isTooSmall ? 'tooSmall' : 'now', ...deduction };
};

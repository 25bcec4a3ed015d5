import { compare, isNegative, isPositive, negate, subtract, type Exact } from '../../core/exact';
import { addAmounts, subtractAmounts, sumAmounts, type Amount } from './amount';
import { openDownPayment } from './downPayments';
import { amountFor, type LineLedger, type OrderLedger } from './orderLedger';

/** Money that drafts and posted invoices ask for a line, less their credits of every kind. */
export const invoicedLessCredited = ({ documents }: LineLedger): Amount =>
	subtractAmounts(
		addAmounts(documents.draft.amount, documents.posted.amount),
		addAmounts(documents.draftCredit.amount, documents.postedCredit.amount),
	);

/** Money that the customer owes for a line at the end. */
const worthOf = (line: LineLedger): Amount => amountFor(line, line.worth);

/** What an order asks beyond its worth, or one line of it. */
export interface Excess {
	/** Null for the order as a whole, looked at while a down payment is open. */
	readonly lineId: number | null;
	/** Without tax; positive. */
	readonly net: Exact;
}

/**
 * The law of every history: invoiced less credited is at most the worth, of each line and of the order.
 * @param tolerance what Odoo's rounding of documents may add, for a line and for the order
 */
export const excessesOf = (order: OrderLedger, tolerance: Exact): Excess[] => {
	const lines = order.lines.map((line): Excess => {
		const beyond = subtractAmounts(invoicedLessCredited(line), worthOf(line)).net;
		// A discount asks too little where it is taken off twice.
		return { lineId: line.id, net: isNegative(line.price.net) ? negate(beyond) : beyond };
	});
	const asked = addAmounts(
		sumAmounts(order.lines.map(invoicedLessCredited)),
		openDownPayment(order.downPayments),
	);
	const worth = sumAmounts(order.lines.map(worthOf));
	const whole: Excess = { lineId: null, net: subtract(asked.net, worth.net) };
	// Without a down payment the lines say it all: what is taken off later may be missing on the first invoices.
	const all = isPositive(openDownPayment(order.downPayments).net) ? [...lines, whole] : lines;
	return all.filter(({ net }) => compare(net, tolerance) > 0);
};

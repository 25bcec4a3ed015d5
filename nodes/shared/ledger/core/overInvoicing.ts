import {
	compare,
	isNegative,
	isPositive,
	negate,
	smallest,
	subtract,
	type Exact,
} from '../../core/exact';
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
	/** Null for the order as a whole. */
	readonly lineId: number | null;
	/** Without tax; positive. */
	readonly net: Exact;
}

/** A discount or trade-in lowers the order once it is due; until then it may be missing on invoices. */
const worthByNow = (line: LineLedger): Amount =>
	isNegative(line.price.net)
		? addAmounts(invoicedLessCredited(line), amountFor(line, line.toInvoice))
		: worthOf(line);

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
	const isBeyond = ({ net }: Excess): boolean => compare(net, tolerance) > 0;
	const open = openDownPayment(order.downPayments);
	const asked = addAmounts(sumAmounts(order.lines.map(invoicedLessCredited)), open);
	// A down payment is taken off what the whole order will be worth.
	const worth = sumAmounts(order.lines.map(isPositive(open.net) ? worthOf : worthByNow));
	// What is to be given back is no more than what was asked for.
	const beyond = smallest(asked.net, subtract(asked.net, worth.net));
	const whole: Excess = { lineId: null, net: beyond };
	const found = lines.filter(isBeyond);
	return found.length > 0 ? found : [whole].filter(isBeyond);
};

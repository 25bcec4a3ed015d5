import {
	add,
	compare,
	divide,
	exact,
	isPositive,
	negate,
	subtract,
	ZERO,
	type Exact,
} from '../../shared/core/exact';
import { decimalsOf } from '../../shared/core/wording';
import { openDownPayment, type DownPaymentLedger } from '../../shared/ledger/core/downPayments';
import { remainingToInvoice } from '../../shared/ledger/core/orderLedger';
import type { InvoicingOrder } from './facts';

/** A down payment of which drafts take off more than was asked for and not taken off yet. */
interface DeductedBeyond {
	readonly lineId: number;
	readonly label: string;
	/** With tax; positive. */
	readonly beyond: Exact;
	readonly currency: string;
}

/** What rounding on its documents may add. */
const roundingOf = ({ row, currency }: InvoicingOrder, { id }: DownPaymentLedger): Exact => {
	const documents = row.lines.find((line) => line.id === id)?.invoiceLines.length ?? 0;
	return divide(exact(documents), exact(10 ** decimalsOf(currency)));
};

export const deductedBeyond = (order: InvoicingOrder): DeductedBeyond[] =>
	order.ledger.downPayments.flatMap((one) => {
		const beyond = negate(openDownPayment([one]).gross);
		if (!isPositive(one.deducting.gross) || compare(beyond, roundingOf(order, one)) <= 0) return [];
		const label = order.lines.find(({ id }) => id === one.id)?.label ?? 'Down payment';
		return [{ lineId: one.id, label, beyond, currency: order.currency }];
	});

/** With tax, of posted down payments that no document takes off, where nothing is left to be invoiced; else zero. */
export const neverDeducted = (order: InvoicingOrder): Exact => {
	const { lines, downPayments } = order.ledger;
	if (lines.some((line) => isPositive(remainingToInvoice(line)))) return ZERO;
	return downPayments
		.map((one) => ({ rounding: roundingOf(order, one), open: openOf(one) }))
		.filter(({ open, rounding }) => compare(open, rounding) > 0)
		.reduce((all, { open }) => add(all, open), ZERO);
};

const openOf = ({ invoiced, deducting, deducted }: DownPaymentLedger): Exact =>
	subtract(invoiced.gross, add(deducting.gross, deducted.gross));

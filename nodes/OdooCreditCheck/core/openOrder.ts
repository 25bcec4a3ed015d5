import { ZERO, type Exact } from '../../shared/core/exact';
import { sumAmounts } from '../../shared/ledger/core/amount';
import { openDownPayment } from '../../shared/ledger/core/downPayments';
import { amountFor, type OrderLedger } from '../../shared/ledger/core/orderLedger';
import { invoicedLessCredited } from '../../shared/ledger/core/overInvoicing';

/** What an order may still be invoiced for, with tax, in its own currency. */
export interface OpenOrder {
	readonly orderId: number;
	/** False for a quotation that was approved and not confirmed yet. */
	readonly confirmed: boolean;
	/** ISO 4217. */
	readonly currency: string;
	/** The customer has it, and no invoice asks for it. */
	readonly delivered: Exact;
	readonly undelivered: Exact;
	/** Asked for or paid, and taken off no invoice yet. */
	readonly downPayments: Exact;
	/** Asked for by invoices, drafts included, less credits, and by down payments that are open. */
	readonly billed: Exact;
}

/** @param isBeyond promised for later than the policy looks ahead: only what was delivered of it counts */
export const toOpenOrder = (
	{ id, state, currency, lines, downPayments }: OrderLedger,
	isBeyond: boolean,
): OpenOrder => ({
	orderId: id,
	confirmed: state !== 'quotation',
	currency,
	delivered: sumAmounts(lines.map((line) => amountFor(line, line.deliveredNotInvoiced))).gross,
	undelivered: isBeyond
		? ZERO
		: sumAmounts(lines.map((line) => amountFor(line, line.undelivered))).gross,
	downPayments: openDownPayment(downPayments).gross,
	billed: sumAmounts([...lines.map(invoicedLessCredited), openDownPayment(downPayments)]).gross,
});

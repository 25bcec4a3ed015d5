import { addAmounts, subtractAmounts, sumAmounts, type Amount } from './amount';
import { documentsOf, entriesOf } from './lineDocuments';
import type { LineRow } from './orderRows';

/**
 * One down payment of an order, from its documents. Odoo takes it off again by a negative quantity on a later invoice, or
 * by a credit note.
 */
export interface DownPaymentLedger {
	/** Of the order line that Odoo keeps for it. */
	readonly id: number;
	/** On draft invoices. */
	readonly asked: Amount;
	/** On posted invoices. */
	readonly invoiced: Amount;
	/** Of what is invoiced. */
	readonly paid: Amount;
	/** Taken off by drafts. */
	readonly deducting: Amount;
	/** Taken off by posted documents. */
	readonly deducted: Amount;
}

/** Asked or invoiced, and taken off by nothing yet, drafts included. */
const remainingOf = ({ asked, invoiced, deducting, deducted }: DownPaymentLedger): Amount =>
	subtractAmounts(addAmounts(asked, invoiced), addAmounts(deducting, deducted));

/** @param price of one unit, for documents in another currency */
export const downPaymentOf = (
	line: LineRow,
	price: Amount,
	currency: string,
): DownPaymentLedger => {
	const { draft, posted, draftCredit, postedCredit } = documentsOf(
		entriesOf(line, price, currency),
	);
	return {
		id: line.id,
		asked: draft.amount,
		invoiced: posted.amount,
		paid: posted.settled,
		deducting: draftCredit.amount,
		deducted: postedCredit.amount,
	};
};

export const openDownPayment = (downPayments: readonly DownPaymentLedger[]): Amount =>
	sumAmounts(downPayments.map(remainingOf));

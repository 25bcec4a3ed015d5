import { exact, roundTo } from '../../shared/core/exact';
import { timesAmount, type Amount } from '../../shared/ledger/core/amount';
import { openDownPayment } from '../../shared/ledger/core/downPayments';
import { orderLedgerOf, type OrderLedger } from '../../shared/ledger/core/orderLedger';
import type { DocumentRow, InvoiceLineRow, LineRow } from '../../shared/ledger/core/orderRows';
import type { InvoicingOrder } from './facts';
import { openDownPaymentsOf, wizardLines } from './nextInvoice';

const DECIMALS = 6;
/** After everything that has happened. */
const LAST = '9999-12-31 00:00:00';

/** The ledger as it will be once the wizard has made its draft. */
export const ledgerWithNext = (order: InvoicingOrder, deducts: boolean): OrderLedger => {
	const document: DocumentRow = {
		id: 0,
		type: 'invoice',
		state: 'draft',
		at: LAST,
		currency: order.currency,
		total: 0,
		residual: 0,
	};
	const next = new Map(wizardLines(order, deducts).map((one) => [one.line.id, one]));
	const addedTo = ({ id, unitSize }: LineRow): InvoiceLineRow[] => {
		const onDraft = (quantity: number, { net, gross }: Amount): InvoiceLineRow => ({
			quantity,
			unitSize,
			net: roundTo(net, DECIMALS),
			gross: roundTo(gross, DECIMALS),
			document,
		});
		const planned = next.get(id);
		if (planned) return [onDraft(planned.line.toInvoice, planned.amount)];
		const paidDown = openDownPaymentsOf(order).filter((one) => deducts && one.id === id);
		return paidDown.map((one) => onDraft(-1, timesAmount(exact(-1), openDownPayment([one]))));
	};
	const lines = order.row.lines.map((line) => ({
		...line,
		invoiceLines: [...line.invoiceLines, ...addedTo(line)],
	}));
	return orderLedgerOf({ ...order.row, lines });
};

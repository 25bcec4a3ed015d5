import {
	add,
	divide,
	exact,
	isPositive,
	multiply,
	roundTo,
	subtract,
	sum,
	type Exact,
} from '../../../shared/core/exact';
import { decimalsOf, moneyText } from '../../../shared/core/wording';
import { excessesOf, type Excess } from '../../../shared/ledger/core/overInvoicing';
import type { InvoicingOrder } from '../facts';
import { ledgerWithNext } from '../ledgerWithNext';
import { createsNext, deductsNext, directed, linesToInvoice } from '../nextInvoice';
import type { InvoicePolicy } from '../policy';
import { quantity, shown } from '../quantities';
import { finding, reasonOf } from '../reason';
import { gateRule } from './rule';

interface Beyond {
	/** Null for the order as a whole. */
	readonly lineId: number | null;
	readonly label: string;
	/** Without tax. */
	readonly amount: number;
	readonly currency: string;
}

const tooMuch = finding({
	code: 'overInvoiced',
	case: 'INVOICE_QUANTITY',
	sentence: ({ label, amount, currency }: Beyond) =>
		`${label}: ${moneyText(amount, currency)} more would be invoiced than is owed`,
	figures: ({ lineId, amount }) => ({ line: lineId, amount }),
});

/** What rounding on documents may add, and what the policy lets prices on drafts differ. */
const tolerance = (order: InvoicingOrder, { priceTolerance }: InvoicePolicy): Exact => {
	const documented = sum(order.row.lines.map(({ invoiceLines }) => exact(invoiceLines.length + 1)));
	const rounding = divide(add(documented, exact(1)), exact(10 ** decimalsOf(order.currency)));
	const ofPrices = order.lines.map(({ subtotal, ordered }) =>
		add(
			multiply(divide(exact(priceTolerance.percent ?? 0), exact(100)), exact(Math.abs(subtotal))),
			multiply(exact(priceTolerance.amount ?? 0), quantity(Math.abs(ordered))),
		),
	);
	return add(rounding, sum(ofPrices));
};

/** Of the next invoice, what Odoo counts as delivered and nobody owes yet: a replacement that left before the goods came back. */
const aheadOfDue = (order: InvoicingOrder): Excess[] =>
	linesToInvoice(order).flatMap((line) => {
		const ledger = order.ledger.lines.find(({ id }) => id === line.id);
		if (!ledger) return [];
		const ahead = subtract(directed(order, line), quantity(shown(ledger.toInvoice)));
		return isPositive(ahead) ? [{ lineId: line.id, net: multiply(ahead, ledger.price.net) }] : [];
	});

/** The law of every history: invoiced less credited is at most what is owed. Asked before a draft is made and before it is posted. */
export const overInvoiced = gateRule({
	findings: [tooMuch],
	options: {},
	check: (order, policy) => {
		const creates = createsNext(order);
		const after = creates ? ledgerWithNext(order, deductsNext(order, policy)) : order.ledger;
		const { currency } = order;
		const excesses = excessesOf(after, tolerance(order, policy));
		const found = excesses.length > 0 || !creates ? excesses : aheadOfDue(order);
		return found.map(({ lineId, net }) => {
			const label = order.lines.find(({ id }) => id === lineId)?.label ?? 'The order';
			return reasonOf(tooMuch, { lineId, label, amount: roundTo(net, 2), currency });
		});
	},
});

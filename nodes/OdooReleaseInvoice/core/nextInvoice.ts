import { isNegative, isPositive, negate, type Exact } from '../../shared/core/exact';
import {
	addAmounts,
	negateAmount,
	NO_AMOUNT,
	subtractAmounts,
	sumAmounts,
	type Amount,
} from '../../shared/ledger/core/amount';
import { deductionFor, type Deduction } from '../../shared/ledger/core/deduction';
import { openDownPayment, type DownPaymentLedger } from '../../shared/ledger/core/downPayments';
import { directionOf } from '../../shared/ledger/core/lineMoves';
import { amountFor, remainingToInvoice } from '../../shared/ledger/core/orderLedger';
import type { LineRow } from '../../shared/ledger/core/orderRows';
import { unitPricesOf } from '../../shared/ledger/core/unitPrice';
import { draftsOf } from './drafts';
import type { InvoicingOrder, OrderLineFacts } from './facts';
import type { InvoicePolicy } from './policy';
import { isDownPayment, quantity, tradeLines } from './quantities';

/** What Odoo's wizard would put on an invoice of the order now, and what that does to its ledger. */

const rowOf = ({ row }: InvoicingOrder, { id }: OrderLineFacts): LineRow | undefined =>
	row.lines.find((line) => line.id === id);

/** What is taken in counts up too. */
export const inDirection = (order: InvoicingOrder, line: OrderLineFacts, value: Exact): Exact => {
	const row = rowOf(order, line);
	return row && directionOf(row) === -1 ? negate(value) : value;
};

/** What Odoo would put on the next invoice, in the line's direction. */
export const directed = (order: InvoicingOrder, line: OrderLineFacts): Exact =>
	inDirection(order, line, quantity(line.toInvoice));

/** Lines of the next invoice. */
export const linesToInvoice = (order: InvoicingOrder): OrderLineFacts[] =>
	tradeLines(order).filter((line) => isPositive(directed(order, line)));

/** Lines that were invoiced for more than they should be: a return, or too much invoiced. */
export const linesToCredit = (order: InvoicingOrder): OrderLineFacts[] =>
	tradeLines(order).filter((line) => isNegative(directed(order, line)));

/** Odoo leaves out what is negative unless it deducts: then it deducts down payments too. */
const needsDeduction = (order: InvoicingOrder): boolean =>
	tradeLines(order).some(({ toInvoice }) => isNegative(quantity(toInvoice)));

/** Of which something is left to be taken off. */
export const openDownPaymentsOf = ({ ledger }: InvoicingOrder): DownPaymentLedger[] =>
	ledger.downPayments.filter((one) => isPositive(openDownPayment([one]).gross));

export const openDownPaymentOf = (order: InvoicingOrder): Amount =>
	openDownPayment(openDownPaymentsOf(order));

/** Whether down payments are due to be taken off, whatever the policy says. */
export const deductionDue = (order: InvoicingOrder): Deduction =>
	deductionFor(
		{ ...order.ledger, downPayments: openDownPaymentsOf(order) },
		new Map(linesToInvoice(order).map((line) => [line.id, directed(order, line)])),
	);

/** Nothing will be invoiced any more, and a down payment is left; beside one that was credited twice a person decides. */
export const isDownPaymentLeft = (order: InvoicingOrder): boolean =>
	isPositive(openDownPaymentOf(order).gross) &&
	askedAnew(order).length === 0 &&
	linesToInvoice(order).length + linesToCredit(order).length === 0 &&
	!order.ledger.lines.some((line) => isPositive(remainingToInvoice(line)));

/** Something is to be invoiced, and no draft is there to be posted first. */
export const createsNext = (order: InvoicingOrder): boolean =>
	draftsOf(order).length === 0 &&
	(linesToInvoice(order).length + linesToCredit(order).length > 0 || isDownPaymentLeft(order));

/** Whether the next invoice takes off what was invoiced before: down payments, or too much. */
export const deductsNext = (order: InvoicingOrder, { downPayments }: InvoicePolicy): boolean => {
	if (needsDeduction(order) || isDownPaymentLeft(order)) return true;
	if (!isPositive(openDownPaymentOf(order).gross) || downPayments === 'hold') return false;
	return downPayments === 'deductFirst' || deductionDue(order).kind === 'now';
};

/** Of the next invoice, negative when it would be a credit note. */
export const nextTotal = (order: InvoicingOrder, deducts: boolean): Amount =>
	subtractAmounts(
		sumAmounts(wizardLines(order, deducts).map(({ amount }) => amount)),
		deducts ? openDownPaymentOf(order) : NO_AMOUNT,
	);

interface WizardLine {
	readonly line: OrderLineFacts;
	readonly amount: Amount;
}

/** The order's own lines, and down payments that Odoo asks for anew. */
export const wizardLines = (order: InvoicingOrder, deducts: boolean): WizardLine[] => [
	...tradeLines(order)
		.filter(({ toInvoice }) => {
			const value = quantity(toInvoice);
			return isPositive(value) || (deducts && isNegative(value));
		})
		.flatMap((line) => {
			const ledger = order.ledger.lines.find(({ id }) => id === line.id);
			return ledger ? [{ line, amount: amountFor(ledger, directed(order, line)) }] : [];
		}),
	...askedAnew(order),
];

/** Credited twice, a down payment has a price below zero, and Odoo takes one piece of it off. */
const askedAnew = ({ row, lines }: InvoicingOrder): WizardLine[] => {
	const prices = unitPricesOf(row);
	return lines
		.filter((line) => isDownPayment(line) && isPositive(quantity(line.toInvoice)))
		.map((line) => ({ line, amount: negateAmount(prices.get(line.id) ?? NO_AMOUNT) }));
};

/** What the customer will owe more: by the next invoice, and by the order's own lines on drafts. */
export const debtToCome = (order: InvoicingOrder, policy: InvoicePolicy): Exact => {
	const ofLines = order.ledger.lines.map(({ documents }) =>
		subtractAmounts(documents.draft.amount, documents.draftCredit.amount),
	);
	const ofDownPayments = order.ledger.downPayments.map(({ asked, deducting }) =>
		subtractAmounts(asked, deducting),
	);
	const onDrafts = sumAmounts([...ofLines, ...ofDownPayments]);
	const next = createsNext(order) ? nextTotal(order, deductsNext(order, policy)) : NO_AMOUNT;
	return addAmounts(onDrafts, next).gross;
};

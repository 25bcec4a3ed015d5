import { isNegative, isPositive, roundTo } from '../../../shared/core/exact';
import { moneyText } from '../../../shared/core/wording';
import { addAmounts } from '../../../shared/ledger/core/amount';
import { downPaymentDraftsOf } from '../drafts';
import type { InvoicingOrder, OrderLineFacts } from '../facts';
import {
	createsNext,
	deductionDue,
	deductsNext,
	isDownPaymentLeft,
	linesToCredit,
	nextTotal,
	openDownPaymentOf,
} from '../nextInvoice';
import type { InvoicePolicy } from '../policy';
import { isDownPayment, quantity } from '../quantities';
import { finding, reasonOf } from '../reason';
import { isDraftStill } from './downPaymentNotPosted';
import { choiceOption } from './option';
import { gateRule } from './rule';

const DOWN_PAYMENT = { code: 'downPayment', case: 'INVOICE_DOWN_PAYMENT' } as const;

const there = finding({
	...DOWN_PAYMENT,
	sentence: ({ label }: OrderLineFacts) => `The order has a down payment: ${label}`,
	figures: ({ id }) => ({ line: id }),
});

const besideReturn = finding({
	...DOWN_PAYMENT,
	sentence: () =>
		'The order has a down payment and a return: a person decides what is deducted first',
});

interface PaidDown {
	/** With tax. */
	readonly paid: number;
	readonly value: number;
	readonly currency: string;
}

/** Odoo would turn an invoice below zero into a credit note. */
const tooHigh = finding({
	...DOWN_PAYMENT,
	sentence: ({ paid, value, currency }: PaidDown) =>
		`The down payment of ${moneyText(paid, currency)} is more than the ${moneyText(value, currency)} to invoice`,
	figures: ({ paid, value }) => ({ downPayment: paid, value }),
});

const neverDeducted = finding({
	...DOWN_PAYMENT,
	sentence: ({ paid, currency }: Omit<PaidDown, 'value'>) =>
		`The down payment of ${moneyText(paid, currency)} was never deducted, and nothing is left to be invoiced; a credit note would be needed`,
	figures: ({ paid }) => ({ downPayment: paid }),
});

/** What of the down payments the next invoice cannot take off. */
const ofNext = (order: InvoicingOrder, policy: InvoicePolicy) => {
	if (linesToCredit(order).length > 0) return [reasonOf(besideReturn, order)];
	const open = openDownPaymentOf(order);
	const total = nextTotal(order, deductsNext(order, policy));
	if (!isNegative(total.gross)) return [];
	// A credit note is right only once nothing more will be invoiced.
	if (policy.allowsCreditNotes && deductionDue(order).kind === 'now') return [];
	const { currency } = order;
	const paid = roundTo(open.gross, 2);
	return isDownPaymentLeft(order)
		? [reasonOf(neverDeducted, { paid, currency })]
		: [
				reasonOf(tooHigh, {
					paid,
					value: roundTo(addAmounts(total, open).gross, 2),
					currency,
				}),
			];
};

/** A down payment is deducted only once its own invoice is posted. */
export const downPayment = gateRule({
	findings: [isDraftStill, there, besideReturn, tooHigh, neverDeducted],
	options: {
		downPayments: choiceOption({
			displayName: 'Down Payments',
			name: 'downPayments',
			type: 'options',
			options: [
				{ name: 'Deduct From the First Invoice', value: 'deductFirst' },
				{ name: 'Deduct From the Last Invoice', value: 'deductLast' },
				{ name: 'Hold the Order', value: 'hold' },
			],
			default: 'deductLast',
			description: 'What happens to down payments that were invoiced before',
		}),
	},
	check: (order, policy) => {
		const drafts = downPaymentDraftsOf(order);
		if (drafts.length > 0) return drafts.map((draft) => reasonOf(isDraftStill, draft));
		if (!isPositive(openDownPaymentOf(order).gross)) return [];
		if (policy.downPayments === 'hold')
			return order.lines
				.filter((line) => isDownPayment(line) && isPositive(quantity(line.invoiced)))
				.map((line) => reasonOf(there, line));
		return createsNext(order) ? ofNext(order, policy) : [];
	},
});

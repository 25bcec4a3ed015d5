import { moneyText } from '../../../shared/core/wording';
import { downPaymentDraftsOf } from '../drafts';
import { deductsNow, valuePaidDown } from '../downPayments';
import type { OrderLineFacts } from '../facts';
import { linesToCredit, linesToInvoice, openDownPayments, valueToInvoice } from '../quantities';
import { finding, reasonOf } from '../reason';
import { isDraftStill } from './downPaymentNotPosted';
import { choiceOption } from './option';
import { gateRule, type GateRule } from './rule';

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

const tooHighFor: GateRule<'downPayment'>['check'] = (order, policy) => {
	const { currency } = order;
	const value = valueToInvoice(order);
	const paid = valuePaidDown(order);
	if (linesToInvoice(order).length === 0 || !deductsNow(order, policy) || value >= paid) return [];
	return [reasonOf(tooHigh, { paid, value, currency })];
};

/** A down payment is deducted only once its own invoice is posted. */
export const downPayment = gateRule({
	findings: [isDraftStill, there, besideReturn, tooHigh],
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
	check: (order, policy, today) => {
		const drafts = downPaymentDraftsOf(order);
		if (drafts.length > 0) return drafts.map((draft) => reasonOf(isDraftStill, draft));
		const open = openDownPayments(order);
		if (open.length === 0) return [];
		if (policy.downPayments === 'hold') return open.map((line) => reasonOf(there, line));
		return linesToCredit(order).length > 0
			? [reasonOf(besideReturn, order)]
			: tooHighFor(order, policy, today);
	},
});

import { isPositive, roundTo } from '../../../shared/core/exact';
import { moneyText } from '../../../shared/core/wording';
import { neverDeducted } from '../deductions';
import { finding, reasonOf } from '../reason';
import { orderRule } from './rule';

interface Open {
	/** With tax. */
	readonly amount: number;
	readonly currency: string;
}

const open = finding({
	code: 'downPaymentNotDeducted',
	case: 'INVOICE_DOWN_PAYMENT',
	sentence: ({ amount, currency }: Open) =>
		`A down payment of ${moneyText(amount, currency)} was never deducted, and nothing is left to be invoiced`,
	figures: ({ amount }) => ({ downPayment: amount }),
});

export const downPaymentNotDeducted = orderRule({
	findings: [open],
	options: {},
	check: (order) => {
		const amount = neverDeducted(order);
		return isPositive(amount)
			? [reasonOf(open, { amount: roundTo(amount, 2), currency: order.currency })]
			: [];
	},
});

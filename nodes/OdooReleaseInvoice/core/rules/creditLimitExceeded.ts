import { add, compare, divide, exact, isPositive, roundTo } from '../../../shared/core/exact';
import { numberText } from '../../../shared/core/wording';
import { amountOf } from '../../../shared/ledger/core/creditLimit';
import { debtToCome } from '../nextInvoice';
import { finding, reasonOf } from '../reason';
import { option } from './option';
import { gateRule } from './rule';

interface Excess {
	readonly debtor: string;
	/** In the company's currency. */
	readonly exposure: number;
	readonly limit: number;
}

const overLimit = finding({
	code: 'creditLimitExceeded',
	case: 'CREDIT_LIMIT',
	sentence: ({ debtor, exposure, limit }: Excess) =>
		`${debtor} would owe ${numberText(exposure, 2)} in the company's currency; the credit limit is ${numberText(limit, 2)}`,
	figures: ({ exposure, limit }) => ({ exposure, limit }),
});

/** What the customer owes and this invoice, against the limit in Odoo. */
export const creditLimitExceeded = gateRule({
	findings: [overLimit],
	options: {
		recheckCredit: option({
			displayName: 'Re-Check Credit Limit',
			name: 'recheckCredit',
			type: 'boolean',
			default: false,
			description:
				'Whether to hold an order whose invoice takes the customer over the credit limit in Odoo',
		}),
	},
	check: (order, policy) => {
		const facts = order.customer.credit;
		if (policy.credit === 'off' || facts === null) return [];
		const limit = amountOf(facts.limit);
		if (limit === null) return [];
		const more = debtToCome(order, policy);
		// What is given back takes nobody over a limit.
		if (!isPositive(more)) return [];
		const owed = add(exact(facts.receivable), divide(more, exact(facts.rate)));
		if (compare(owed, exact(limit)) <= 0) return [];
		const debtor = order.customer.account.name;
		return [reasonOf(overLimit, { debtor, exposure: roundTo(owed, 2), limit })];
	},
});

import { isPositive, ZERO } from '../../../shared/core/exact';
import { draftsOf } from '../drafts';
import type { InvoicingOrder, OrderLineFacts } from '../facts';
import { linesToInvoice } from '../nextInvoice';
import { quantityText, shown } from '../quantities';
import { finding, reasonOf } from '../reason';
import { stateRule } from './rule';

interface Rest {
	readonly line: OrderLineFacts;
	readonly quantity: number;
}

const rest = finding({
	code: 'restNotInvoiced',
	case: 'INVOICE_DRAFT',
	sentence: ({ line, quantity }: Rest) =>
		`${line.label}: ${quantityText(quantity)} more to be invoiced than the draft invoice has`,
	figures: ({ line, quantity }) => ({ line: line.id, quantity }),
});

/** What is owed by now; Odoo adds what was credited as an allowance. */
const owedOf = ({ ledger }: InvoicingOrder, { id }: OrderLineFacts) =>
	ledger.lines.find((line) => line.id === id)?.toInvoice ?? ZERO;

/** Somebody cut the draft, or more was delivered since: the draft is posted as it is, and no second invoice made beside it. */
export const restNotInvoiced = stateRule({
	findings: [rest],
	options: {},
	check: (order) =>
		draftsOf(order).length === 0
			? []
			: linesToInvoice(order)
					.filter((line) => isPositive(owedOf(order, line)))
					.map((line) => reasonOf(rest, { line, quantity: shown(owedOf(order, line)) })),
});

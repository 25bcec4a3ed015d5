import { draftsOf } from '../drafts';
import type { OrderLineFacts } from '../facts';
import { linesToInvoice, quantityText } from '../quantities';
import { finding, reasonOf } from '../reason';
import { stateRule } from './rule';

const rest = finding({
	code: 'restNotInvoiced',
	case: 'INVOICE_DRAFT',
	sentence: ({ label, toInvoice }: OrderLineFacts) =>
		`${label}: ${quantityText(toInvoice)} more to be invoiced than the draft invoice has`,
	figures: ({ id, toInvoice }) => ({ line: id, quantity: toInvoice }),
});

/** Somebody cut the draft, or more was delivered since: the draft is posted as it is, and no second invoice made beside it. */
export const restNotInvoiced = stateRule({
	findings: [rest],
	options: {},
	check: (order) =>
		draftsOf(order).length === 0 ? [] : linesToInvoice(order).map((line) => reasonOf(rest, line)),
});

import { listText } from '../../../shared/core/wording';
import { postedInvoicesOf } from '../drafts';
import type { InvoiceFacts } from '../invoiceFacts';
import { finding, reasonOf } from '../reason';
import { stateRule } from './rule';

const invoicedBefore = finding({
	code: 'alreadyBilled',
	case: 'INVOICE_NOTHING',
	sentence: (posted: readonly InvoiceFacts[]) =>
		`Invoiced with ${listText(posted.map(({ id, number }) => number ?? `invoice ${id}`))}`,
});

export const alreadyBilled = stateRule({
	findings: [invoicedBefore],
	options: {},
	check: (order) => {
		const posted = postedInvoicesOf(order);
		return posted.length > 0 ? [reasonOf(invoicedBefore, posted)] : [];
	},
});

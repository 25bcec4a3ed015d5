import { moneyText } from '../../../shared/core/wording';
import type { InvoicingOrder } from '../facts';
import type { InvoiceFacts } from '../invoiceFacts';
import { finding, reasonOf } from '../reason';
import { ageInDays, type ReconciliationPolicy } from '../reconciliation';
import type { Rule } from './rule';

const forgotten = finding({
	code: 'draftNotPosted',
	case: 'INVOICE_DRAFT',
	sentence: ({ total, currency }: InvoiceFacts) =>
		`A draft invoice of ${moneyText(total, currency)} was never posted`,
	figures: ({ id, total, createdAt }) => ({ invoice: id, total, createdAt }),
});

export const draftNotPosted: Rule<
	readonly [order: InvoicingOrder, policy: ReconciliationPolicy],
	'draftNotPosted'
> = {
	findings: [forgotten],
	options: {},
	check: ({ invoices }, { slaDays, now }) =>
		invoices
			.filter(
				({ state, createdAt }) =>
					state === 'draft' && createdAt !== null && ageInDays(createdAt, now) > slaDays,
			)
			.map((draft) => reasonOf(forgotten, draft)),
};

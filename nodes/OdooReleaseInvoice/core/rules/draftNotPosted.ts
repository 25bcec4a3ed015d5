import { moneyText } from '../../../shared/core/wording';
import type { InvoiceFacts } from '../invoiceFacts';
import { finding, reasonOf } from '../reason';
import { ageInDays } from '../reconciliation';
import { orderRule } from './rule';

const forgotten = finding({
	code: 'draftNotPosted',
	case: 'INVOICE_DRAFT',
	sentence: ({ total, currency }: InvoiceFacts) =>
		`A draft invoice of ${moneyText(total, currency)} was never posted`,
	figures: ({ id, total, createdAt }) => ({ invoice: id, total, createdAt }),
});

export const draftNotPosted = orderRule({
	findings: [forgotten],
	options: {},
	check: ({ invoices }, { slaDays, now }) =>
		invoices
			.filter(
				({ state, createdAt }) =>
					state === 'draft' && createdAt !== null && ageInDays(createdAt, now) > slaDays,
			)
			.map((draft) => reasonOf(forgotten, draft)),
});

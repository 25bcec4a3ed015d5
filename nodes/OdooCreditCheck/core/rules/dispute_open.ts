import { exact } from '../../../shared/core/exact';
import { counted } from '../../../shared/core/wording';
import { above, approve, ask, defineRule, hold } from './rule';

export const disputeOpen = defineRule({
	code: 'dispute_open',
	label: 'Dispute Open',
	description: 'Invoices that the customer disputes',
	unit: 'count',
	hasThreshold: true,
	presets: { lenient: approve(), standard: ask(), strict: hold() },
	standsFor: 'CREDIT_DISPUTE',
	looksAt: 'invoiceHistory',
	sentence: ({ count }) => `The customer disputes ${counted(count, 'invoice')}.`,
	check: ({ account }, threshold) => above(exact(account.openDisputes), threshold),
});

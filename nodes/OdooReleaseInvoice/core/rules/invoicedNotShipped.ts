import { isPositive, subtract } from '../../../shared/core/exact';
import type { OrderLineFacts } from '../facts';
import { quantity, quantityText, shown } from '../quantities';
import { finding, reasonOf } from '../reason';
import { onInvoices } from '../reconciliation';
import { lineRule } from './rule';

interface Ahead {
	readonly line: OrderLineFacts;
	readonly quantity: number;
}

const ahead = finding({
	code: 'invoicedNotShipped',
	case: 'INVOICE_QUANTITY',
	sentence: ({ line, quantity: invoiced }: Ahead) =>
		`${line.label}: ${quantityText(invoiced)} invoiced and not shipped`,
	figures: ({ line, quantity: invoiced }) => ({ line: line.id, quantity: invoiced }),
});

export const invoicedNotShipped = lineRule({
	findings: [ahead],
	options: {},
	check: ({ invoices }, line) => {
		const more = subtract(onInvoices(invoices, 'posted', line.id), quantity(line.delivered));
		return isPositive(more) ? [reasonOf(ahead, { line, quantity: shown(more) })] : [];
	},
});

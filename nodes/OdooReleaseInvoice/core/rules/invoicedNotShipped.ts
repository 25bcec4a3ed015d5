import { isPositive, subtract } from '../../../shared/core/exact';
import type { OrderLineFacts } from '../facts';
import { quantityText, shown } from '../quantities';
import { finding, reasonOf } from '../reason';
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
	check: ({ ledger }, line) => {
		const known = ledger.lines.find(({ id }) => id === line.id);
		if (!known) return [];
		const { documents, delivered } = known;
		const more = subtract(subtract(documents.posted.quantity, documents.creditedGoods), delivered);
		return isPositive(more) ? [reasonOf(ahead, { line, quantity: shown(more) })] : [];
	},
});

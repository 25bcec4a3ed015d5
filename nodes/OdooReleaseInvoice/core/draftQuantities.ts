import {
	add,
	compare,
	isNegative,
	isPositive,
	largest,
	negate,
	smallest,
	subtract,
	sum,
	ZERO,
	type Exact,
} from '../../shared/core/exact';
import { draftsOf } from './drafts';
import type { InvoicingOrder, OrderLineFacts } from './facts';
import { directed, inDirection } from './nextInvoice';
import { quantity, shown, tradeLines } from './quantities';

/** A line of which drafts invoice or credit more than the drafts would that were made now. */
interface DraftedBeyond {
	readonly line: OrderLineFacts;
	readonly does: 'invoices' | 'credits';
	readonly drafted: Exact;
	readonly due: Exact;
}

export const draftedBeyond = (order: InvoicingOrder): DraftedBeyond[] =>
	tradeLines(order).flatMap((line) => {
		const parts = partsOnDrafts(order, line);
		const invoiced = sum(parts.filter(isPositive));
		const credited = negate(sum(parts.filter(isNegative)));
		// Odoo counts drafts as invoiced and as credited: without them this would be on the next document.
		const due = add(directed(order, line), sum(parts));
		const owed = owedBeside(order, line);
		const both = [
			{
				line,
				does: 'invoices',
				drafted: invoiced,
				due: positive(smallest(due, add(owed, invoiced))),
			},
			{ line, does: 'credits', drafted: credited, due: positive(negate(due)) },
		] as const;
		return both.filter(({ drafted, due: most }) => compare(drafted, most) > 0);
	});

const positive = (value: Exact): Exact => largest(ZERO, value);

/** What is owed by now beyond everything that is invoiced or on drafts; negative when that is more. */
const owedBeside = ({ ledger }: InvoicingOrder, { id }: OrderLineFacts): Exact => {
	const line = ledger.lines.find((one) => one.id === id);
	return line ? quantity(shown(subtract(line.due, line.invoiced))) : ZERO;
};

const partsOnDrafts = (order: InvoicingOrder, line: OrderLineFacts): Exact[] =>
	draftsOf(order)
		.flatMap(({ lines }) => lines)
		.filter(({ orderLineId }) => orderLineId === line.id)
		.map((drafted) => inDirection(order, line, quantity(drafted.quantity)));

import {
	add,
	compare,
	isNegative,
	isPositive,
	largest,
	negate,
	sum,
	ZERO,
	type Exact,
} from '../../shared/core/exact';
import { draftsOf } from './drafts';
import type { InvoicingOrder, OrderLineFacts } from './facts';
import { directed, inDirection } from './nextInvoice';
import { quantity, tradeLines } from './quantities';

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
		const both = [
			{ line, does: 'invoices', drafted: invoiced, due: largest(ZERO, due) },
			{ line, does: 'credits', drafted: credited, due: largest(ZERO, negate(due)) },
		] as const;
		return both.filter(({ drafted, due: most }) => compare(drafted, most) > 0);
	});

const partsOnDrafts = (order: InvoicingOrder, line: OrderLineFacts): Exact[] =>
	draftsOf(order)
		.flatMap(({ lines }) => lines)
		.filter(({ orderLineId }) => orderLineId === line.id)
		.map((drafted) => inDirection(order, line, quantity(drafted.quantity)));

import { chooseCompleteOrders, type CompleteOrder } from '../completeOrders';
import { BY_DATE } from '../criteria';
import type { LineDraft, OrderDraft } from '../draft';
import type { PartialLine } from '../poolValue';
import { fillLine, serveOrder } from '../serve';
import type { Shelf } from '../shelf';
import { withStepsBack } from '../stepsBack';
import type { AllocationPolicy, Divide } from './policy';

const missing = ({ ceiling, allocated }: LineDraft): number => ceiling - allocated;

const unitValue = ({ order }: OrderDraft, { line }: LineDraft): number =>
	line.asked > 0 ? (order.weight * line.value) / line.asked : 0;

const toCompleteOrder = (draft: OrderDraft): CompleteOrder => {
	const needs = new Map<number, number>();
	for (const line of draft.lines) {
		const pool = line.line.pools[0];
		if (pool !== undefined) needs.set(pool, (needs.get(pool) ?? 0) + missing(line));
	}
	return {
		value: draft.lines.reduce((total, line) => total + unitValue(draft, line) * missing(line), 0),
		needs: [...needs].map(([pool, quantity]) => ({ pool, quantity })),
	};
};

const partialLines = (drafts: readonly OrderDraft[], pools: number): PartialLine[][] => {
	const lines = Array.from({ length: pools }, (): PartialLine[] => []);
	for (const draft of drafts)
		for (const line of draft.lines)
			lines[line.line.pools[0] ?? -1]?.push({
				quantity: missing(line),
				unitValue: unitValue(draft, line),
			});
	return lines;
};

/** Lines that may be served in part, the most valuable first: the best that can be done with them. */
const serveLines = (drafts: readonly OrderDraft[], shelf: Shelf): void => {
	const lines = drafts.flatMap((draft) =>
		draft.lines.map((line) => ({
			line,
			customer: draft.order.customer,
			worth: unitValue(draft, line),
		})),
	);
	lines.sort((a, b) => b.worth - a.worth);
	for (const { line, customer } of lines)
		fillLine(line, { customer, shelf, pools: line.line.pools.slice(0, 1) });
};

/**
 * The greatest value of goods allocated. Exact where every line may be served in part; with orders that ship complete
 * see `chooseCompleteOrders`. Orders whose part breaks one of their rules step back and are served from what is left.
 */
const divide: Divide = (drafts, shelf, limits) => {
	const complete = drafts.filter(({ order }) => order.shipsComplete);
	const partial = drafts.filter(({ order }) => !order.shipsComplete);
	const chosen = chooseCompleteOrders(
		shelf.left,
		complete.map(toCompleteOrder),
		partialLines(partial, shelf.pools.length),
	);
	for (const index of chosen) {
		const draft = complete[index];
		if (draft) serveOrder(draft, shelf, limits);
	}
	withStepsBack({ drafts: partial, shelf, limits, divide: serveLines });
	const byValue = [...drafts].sort((a, b) => toCompleteOrder(b).value - toCompleteOrder(a).value);
	for (const draft of byValue) serveOrder(draft, shelf, limits);
};

export const greatestValue = {
	code: 'greatestValue',
	label: 'Greatest Value',
	description: 'The plan that allocates goods of the greatest value',
	sortedBy: BY_DATE,
	divide,
} as const satisfies AllocationPolicy;

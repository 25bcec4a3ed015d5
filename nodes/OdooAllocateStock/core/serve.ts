import { brokenRule } from './conditions';
import type { Limits } from './demand';
import { move, type LineDraft, type OrderDraft } from './draft';
import { wholeSteps } from './steps';
import { choosePlaces } from './places';
import type { Take } from './plan';
import type { Shelf } from './shelf';

interface Taken extends Take {
	readonly draft: LineDraft;
}

/** Whose line it is, and where its goods may come from. */
interface Source {
	readonly customer: number;
	readonly shelf: Shelf;
	readonly pools: readonly number[];
}

/** Gives one line as much as these pools have for it, in whole steps. */
export const fillLine = (draft: LineDraft, { customer, shelf, pools }: Source): Taken[] => {
	const there = pools.reduce((total, pool) => total + shelf.available(customer, pool), 0);
	const most = Math.min(draft.ceiling, draft.allocated + there);
	let missing = wholeSteps(draft.line, draft.allocated, most) - draft.allocated;
	const taken: Taken[] = [];
	for (const pool of pools) {
		const quantity = Math.min(missing, shelf.available(customer, pool));
		if (quantity <= 0) continue;
		move(shelf, draft, { customer, pool, quantity });
		taken.push({ draft, pool, quantity });
		missing -= quantity;
	}
	return taken;
};

/**
 * Serves an order with what is left, the preferred places first, and takes everything back when the result breaks one
 * of its rules.
 */
export const serveOrder = (draft: OrderDraft, shelf: Shelf, limits: Limits): void => {
	const { customer } = draft.order;
	const places = choosePlaces(draft, shelf, limits.splitLimit);
	const taken = draft.lines.flatMap((line) => {
		const pools = line.line.pools.filter((pool) => places.has(shelf.pools[pool]?.place ?? -1));
		return fillLine(line, { customer, shelf, pools });
	});
	const refused = brokenRule(draft, limits);
	if (refused === null) return;
	for (const { draft: line, pool, quantity } of taken) {
		move(shelf, line, { customer, pool, quantity: -quantity });
		line.refused = refused;
	}
};

/** One order after the other. @param drafts the first in the queue first */
export const serveInTurn = (drafts: readonly OrderDraft[], shelf: Shelf, limits: Limits): void => {
	for (const draft of drafts) serveOrder(draft, shelf, limits);
};

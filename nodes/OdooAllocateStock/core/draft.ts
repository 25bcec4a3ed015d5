import type { DemandLine, DemandOrder } from './demand';
import type { Take } from './plan';
import type { LineReason } from './reasons';
import type { Shelf } from './shelf';
import { strategyOf } from './strategies';

/** A line while the plan is being made. */
export interface LineDraft {
	readonly line: DemandLine;
	readonly floor: number;
	readonly ceiling: number;
	/** Quantity by pool. */
	readonly takes: Map<number, number>;
	allocated: number;
	/** What it has before the policy gives out anything. */
	kept: number;
	/** Set where a rule, not the stock, kept the line short. */
	refused: LineReason | null;
}

export interface OrderDraft {
	readonly order: DemandOrder;
	readonly lines: readonly LineDraft[];
}

interface CustomerTake extends Take {
	readonly customer: number;
}

/** From the shelf to the line; a negative quantity goes back. */
export const move = (
	shelf: Shelf,
	draft: LineDraft,
	{ customer, pool, quantity }: CustomerTake,
): void => {
	if (quantity === 0) return;
	shelf.take(customer, pool, quantity);
	draft.takes.set(pool, (draft.takes.get(pool) ?? 0) + quantity);
	draft.allocated += quantity;
};

/** Gives every line what it keeps anyway, picked goods first, as far as the stock really covers it. */
export const startDrafts = (queue: readonly DemandOrder[], shelf: Shelf): OrderDraft[] => {
	const drafts = queue.map((order) => ({
		order,
		lines: order.lines.map((line) => ({
			line,
			...strategyOf(order).boundsOf(line),
			takes: new Map<number, number>(),
			allocated: 0,
			kept: 0,
			refused: null,
		})),
	}));
	const keepUpTo = (most: (draft: LineDraft) => number) => {
		for (const { order, lines } of drafts)
			for (const draft of lines) {
				const pool = draft.line.pools[0];
				const quantity = most(draft) - draft.allocated;
				if (pool !== undefined) move(shelf, draft, { customer: order.customer, pool, quantity });
			}
	};
	keepUpTo(({ line }) => line.picked);
	keepUpTo(({ line, floor, allocated }) => {
		const pool = line.pools[0] ?? -1;
		return allocated + Math.max(Math.min(floor - allocated, shelf.left[pool] ?? 0), 0);
	});
	for (const { lines } of drafts) for (const draft of lines) draft.kept = draft.allocated;
	return drafts;
};

/** Takes back what the policy gave to an order. What it keeps lies in its first pool. */
export const stepBack = ({ order, lines }: OrderDraft, shelf: Shelf): void => {
	for (const draft of lines)
		for (const [pool, quantity] of [...draft.takes]) {
			const kept = pool === draft.line.pools[0] ? draft.kept : 0;
			move(shelf, draft, { customer: order.customer, pool, quantity: kept - quantity });
		}
};

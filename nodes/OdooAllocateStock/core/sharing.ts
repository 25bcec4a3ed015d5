import { groupBy } from '../../shared/core/collections';
import { move, type LineDraft, type OrderDraft } from './draft';
import { StepQueue } from './stepQueue';
import { nextStep, totalAtRate, turnOfStep, wholeSteps } from './steps';
import type { Shelf } from './shelf';

/** A line that shares a pool. */
interface Sharer {
	readonly draft: LineDraft;
	readonly customer: number;
	readonly pool: number;
	/** Place in the queue of lines; the last word between equals. */
	readonly place: number;
}

const sharersByPool = (drafts: readonly OrderDraft[]): Map<number, Sharer[]> => {
	const sharers: Sharer[] = [];
	let place = 0;
	for (const { order, lines } of drafts)
		for (const draft of lines) {
			const pool = draft.line.pools[0];
			place += 1;
			if (pool !== undefined && draft.ceiling > draft.allocated)
				sharers.push({ draft, customer: order.customer, pool, place });
		}
	return groupBy(sharers, ({ pool }) => pool);
};

const most = ({ line, allocated, ceiling }: LineDraft): number =>
	wholeSteps(line, allocated, ceiling);

const BISECTIONS = 60;
/** Stays a little below the common rate, so that the last steps are given one by one in their exact sequence. */
const CAUTION = 1 - 1e-9;

/** Raises all lines to the highest fill rate that the pool allows them together. */
const raiseTogether = (sharers: readonly Sharer[], pool: number, shelf: Shelf): void => {
	const targetAt = ({ draft }: Sharer, rate: number) =>
		Math.min(Math.max(totalAtRate(draft.line, rate), draft.allocated), most(draft));
	const needAt = (rate: number) =>
		sharers.reduce((total, one) => total + targetAt(one, rate) - one.draft.allocated, 0);
	let [low, high] = [0, 1];
	for (let step = 0; step < BISECTIONS; step++) {
		const middle = (low + high) / 2;
		if (needAt(middle) <= (shelf.left[pool] ?? 0)) low = middle;
		else high = middle;
	}
	for (const one of sharers) {
		const quantity = targetAt(one, low * CAUTION) - one.draft.allocated;
		move(shelf, one.draft, { customer: one.customer, pool, quantity });
	}
};

/**
 * Gives out step after step. The first step that does not fit ends the pool (or its customer, when it is the customer's
 * cap that it does not fit): going past it would have to be taken back as soon as there is more stock.
 */
const giveSteps = (sharers: readonly Sharer[], pool: number, shelf: Shelf): void => {
	const queue = new StepQueue<Sharer>();
	const stopped = new Set<number>();
	const enqueue = (one: Sharer) => {
		const end = nextStep(one.draft.line, one.draft.allocated);
		if (end > one.draft.allocated && end <= most(one.draft))
			queue.push({ turn: turnOfStep(one.draft.line, end), place: one.place, value: one });
	};
	sharers.forEach(enqueue);
	for (let next = queue.pop(); next; next = queue.pop()) {
		const { draft, customer } = next;
		if (stopped.has(customer)) continue;
		const quantity = nextStep(draft.line, draft.allocated) - draft.allocated;
		if (quantity > (shelf.left[pool] ?? 0)) return;
		if (quantity > shelf.capLeft(customer, pool)) {
			stopped.add(customer);
			continue;
		}
		move(shelf, draft, { customer, pool, quantity });
		enqueue(next);
	}
};

/** Gives each line its fair share of its first pool. */
export const shareOut = (drafts: readonly OrderDraft[], shelf: Shelf): void => {
	for (const [pool, sharers] of sharersByPool(drafts)) {
		if (!shelf.hasCap) raiseTogether(sharers, pool, shelf);
		giveSteps(sharers, pool, shelf);
	}
};

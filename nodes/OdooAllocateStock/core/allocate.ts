import { startDrafts, type OrderDraft } from './draft';
import type { OrderPlan, Plan } from './plan';
import { POLICIES } from './policies';
import type { Problem } from './problem';
import { inQueue } from './queue';
import { serveInTurn } from './serve';
import { Shelf } from './shelf';
import { strategyOf } from './strategies';
import { whyShort } from './whyShort';

/**
 * The best use of scarce stock over all orders at once: what each line gets, from which pool, and why it gets no more.
 * The same facts give the same plan, in whatever order they come.
 */
export const allocate = ({ rules, pools, orders }: Problem): Plan => {
	const shelf = new Shelf(pools, rules.customerCap);
	const drafts = startDrafts(inQueue(orders), shelf);
	const ofTurn = (turn: number) => drafts.filter(({ order }) => strategyOf(order).turn === turn);
	serveInTurn([...ofTurn(0), ...ofTurn(1)], shelf, rules);
	POLICIES[rules.policy].divide(ofTurn(2), shelf, rules);
	serveInTurn(ofTurn(3), shelf, rules);
	const plans = new Map(
		drafts.map((draft, index) => [draft.order.id, toPlan(draft, index + 1, shelf)]),
	);
	return { orders: orders.flatMap(({ id }) => plans.get(id) ?? []), left: shelf.left };
};

const toPlan = (draft: OrderDraft, place: number, shelf: Shelf): OrderPlan => ({
	order: draft.order.id,
	place,
	lines: draft.lines.map((line) => ({
		line: line.line.id,
		allocated: line.allocated,
		takes: [...line.takes].flatMap(([pool, quantity]) =>
			quantity > 0 ? [{ pool, quantity }] : [],
		),
		reason: whyShort(draft, line, shelf),
	})),
});

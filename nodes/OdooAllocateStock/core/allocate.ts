import { TURN } from './bounds';
import { startDrafts, type OrderDraft } from './draft';
import { fairShare } from './fairShare';
import { greatestValue } from './greatestValue';
import type { OrderPlan, Plan, Policy, Problem, Rules } from './problem';
import { inQueue } from './queue';
import { reasonOf } from './reasons';
import { serveOrder } from './serve';
import { Shelf } from './shelf';

type Serve = (drafts: readonly OrderDraft[], shelf: Shelf, rules: Rules) => void;

const inTurn: Serve = (drafts, shelf, rules) => {
	for (const draft of drafts) serveOrder(draft, shelf, rules);
};

const SERVE = {
	priority: inTurn,
	firstCome: inTurn,
	fairShare,
	greatestValue,
} as const satisfies Record<Policy, Serve>;

/**
 * The best use of scarce stock over all orders at once: what each line gets, from which pool, and why it gets no more.
 * The same facts give the same plan, in whatever order they come.
 */
export const allocate = ({ rules, pools, orders }: Problem): Plan => {
	const shelf = new Shelf(pools, rules);
	const drafts = startDrafts(inQueue(orders), shelf);
	const ofTurn = (turn: number) => drafts.filter(({ order }) => TURN[order.strategy] === turn);
	inTurn([...ofTurn(0), ...ofTurn(1)], shelf, rules);
	SERVE[rules.policy](ofTurn(2), shelf, rules);
	inTurn(ofTurn(3), shelf, rules);
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
		reason: reasonOf(draft, line, shelf),
	})),
});

import type { LineDraft, OrderDraft } from './draft';
import type { LineReason } from './reasons';
import type { Shelf } from './shelf';
import { strategyOf } from './strategies';

const strategyReason = (
	{ order }: OrderDraft,
	{ allocated, ceiling }: LineDraft,
): LineReason | null => strategyOf(order).whyShort?.(allocated, ceiling) ?? null;

const sumOver = (pools: readonly number[], amount: (pool: number) => number): number =>
	pools.reduce((total, pool) => total + Math.max(amount(pool), 0), 0);

/** A rule kept the line short where the stock would have done; half a line is no use to an order that ships complete. */
const ruleReason = ({ line, allocated, refused }: LineDraft, left: number): LineReason | null => {
	const missing = line.asked - allocated;
	return left >= (refused === 'shipComplete' ? missing : Math.min(missing, line.step))
		? refused
		: null;
};

/** Why a line is short, the rule that decided before the state of the stock; null when it is not. */
export const whyShort = (order: OrderDraft, draft: LineDraft, shelf: Shelf): LineReason | null => {
	const { line, allocated } = draft;
	if (allocated >= line.asked) return null;
	const left = sumOver(line.pools, (pool) => shelf.left[pool] ?? 0);
	const missing = line.asked - allocated;
	const byRule = ruleReason(draft, left) ?? strategyReason(order, draft);
	if (byRule !== null) return byRule;
	const stock = sumOver(line.pools, (pool) => shelf.pools[pool]?.free ?? 0);
	const taken = sumOver(line.pools, (pool) =>
		order.lines.reduce((total, { takes }) => total + (takes.get(pool) ?? 0), 0),
	);
	if (left <= 0 || draft.refused !== null)
		return stock - taken < missing ? 'noStock' : 'othersFirst';
	const mine = sumOver(line.pools, (pool) => shelf.available(order.order.customer, pool));
	if (mine < left && mine < missing) return 'customerCap';
	return left < Math.min(line.step, missing) ? 'lot' : 'splitLimit';
};

import type { LineDraft, OrderDraft } from './draft';
import type { ShortReason } from './problem';
import type { Shelf } from './shelf';

const BY_STRATEGY = { fill: 'keepsWhatItHas', giveUp: 'givesUp' } as const;

const strategyReason = ({ order }: OrderDraft, draft: LineDraft): ShortReason | null => {
	if (order.strategy === 'fill' && draft.allocated >= draft.ceiling) return BY_STRATEGY.fill;
	return order.strategy === 'giveUp' ? BY_STRATEGY.giveUp : null;
};

/** Why a line is short, the rule that decided before the state of the stock; null when it is not. */
export const reasonOf = (order: OrderDraft, draft: LineDraft, shelf: Shelf): ShortReason | null => {
	const { line, allocated } = draft;
	if (allocated >= line.asked) return null;
	const left = line.pools.reduce((total, pool) => total + Math.max(shelf.left[pool] ?? 0, 0), 0);
	const missing = line.asked - allocated;
	if (draft.refused !== null && left >= Math.min(missing, line.lot)) return draft.refused;
	const strategy = strategyReason(order, draft);
	if (strategy !== null) return strategy;
	const stock = line.pools.reduce(
		(total, pool) => total + Math.max(shelf.pools[pool]?.free ?? 0, 0),
		0,
	);
	if (left <= 0) return stock <= allocated ? 'noStock' : 'othersFirst';
	const mine = line.pools.reduce(
		(total, pool) => total + shelf.available(order.order.customer, pool),
		0,
	);
	if (mine < left && mine < missing) return 'customerCap';
	if (left < Math.min(line.lot, missing)) return 'lot';
	return 'splitLimit';
};

import type { OrderDraft } from './draft';
import type { Rules, ShortReason } from './problem';

const valueOf = (
	{ lines }: OrderDraft,
	share: (draft: OrderDraft['lines'][number]) => number,
): number => lines.reduce((total, draft) => total + share(draft), 0);

const asked = (draft: OrderDraft): number => valueOf(draft, ({ line }) => line.value);

const allocated = (draft: OrderDraft): number =>
	valueOf(draft, ({ line, allocated: quantity }) =>
		line.asked > 0 ? (line.value * quantity) / line.asked : 0,
	);

/** By quantity when the order has no value to weigh by. */
export const fillRateOf = (draft: OrderDraft): number => {
	const total = asked(draft);
	if (total > 0) return allocated(draft) / total;
	const quantity = valueOf(draft, ({ line }) => line.asked);
	return quantity > 0 ? valueOf(draft, (line) => line.allocated) / quantity : 1;
};

/** Sums of money are compared with a little room, because they are added up as floating point numbers. */
const ROOM = 1e-9;

export const isComplete = ({ lines }: OrderDraft): boolean =>
	lines.every(({ line, allocated: quantity }) => quantity >= line.asked);

/** The rule that the order breaks as it stands, or null. An order that gets nothing breaks none. */
export const brokenRule = (draft: OrderDraft, rules: Rules): ShortReason | null => {
	if (draft.lines.every((line) => line.allocated === 0) || isComplete(draft)) return null;
	if (draft.order.shipsComplete || draft.order.strategy === 'win') return 'shipComplete';
	if (fillRateOf(draft) < rules.minimumFill - ROOM) return 'minimumFill';
	if (allocated(draft) < rules.minimumValue - ROOM) return 'minimumValue';
	return null;
};

export const hasCondition = ({ order }: OrderDraft, rules: Rules): boolean =>
	order.shipsComplete ||
	order.strategy === 'win' ||
	rules.minimumFill > 0 ||
	rules.minimumValue > 0;

import type { Limits } from './demand';
import type { OrderDraft } from './draft';
import type { LineReason } from './reasons';
import { strategyOf } from './strategies';

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
const fillRateOf = (draft: OrderDraft): number => {
	const total = asked(draft);
	if (total > 0) return allocated(draft) / total;
	const quantity = valueOf(draft, ({ line }) => line.asked);
	return quantity > 0 ? valueOf(draft, (line) => line.allocated) / quantity : 1;
};

/** Sums of money are compared with a little room, because they are added up as floating point numbers. */
const ROOM = 1e-9;

const isComplete = ({ lines }: OrderDraft): boolean =>
	lines.every(({ line, allocated: quantity }) => quantity >= line.asked);

const shipsWhole = ({ order }: OrderDraft): boolean =>
	order.shipsComplete || strategyOf(order).isWhole === true;

/** The rule that the order breaks as it stands, or null. An order that gets nothing breaks none. */
export const brokenRule = (draft: OrderDraft, limits: Limits): LineReason | null => {
	if (draft.lines.every((line) => line.allocated === 0) || isComplete(draft)) return null;
	if (shipsWhole(draft)) return 'shipComplete';
	if (fillRateOf(draft) < limits.minimumFill - ROOM) return 'minimumFill';
	if (allocated(draft) < limits.minimumValue - ROOM) return 'minimumValue';
	return null;
};

export const hasCondition = (draft: OrderDraft, limits: Limits): boolean =>
	shipsWhole(draft) || limits.minimumFill > 0 || limits.minimumValue > 0;

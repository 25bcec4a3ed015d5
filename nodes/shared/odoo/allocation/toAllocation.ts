import type { LinePlan, OrderPlan } from '../../core/allocation/problem';
import { toLineQuantity } from '../../core/allocation/units';
import type { OpenMove, OpenOrder } from './facts';
import type { StockView } from './readStock';
import type {
	AllocatedLine,
	Allocation,
	AllocationRun,
	AllocationStatus,
	LineReason,
	OrderReason,
} from './result';

const ORDER_REASON: { readonly [state: string]: OrderReason } = {
	draft: 'notConfirmed',
	sent: 'notConfirmed',
	cancel: 'cancelled',
};

const round = (value: number, decimals: number): number =>
	Math.round(value * 10 ** decimals) / 10 ** decimals;

const reasonOf = (move: OpenMove, held: number, plan: LinePlan | undefined): LineReason | null => {
	if (held >= move.asked) return null;
	if (!plan) return 'waitsForOtherDocument';
	return held < plan.allocated ? 'takenMeanwhile' : plan.reason;
};

const statusOf = (asked: number, held: number, isComplete: boolean): AllocationStatus => {
	if (isComplete || asked === 0) return 'allocated';
	return held > 0 ? 'partiallyAllocated' : 'short';
};

interface Facts {
	readonly order: OpenOrder;
	readonly plan: OrderPlan | undefined;
	/** What is reserved, or would be in a dry run, in grains by move. */
	readonly held: ReadonlyMap<number, number>;
	readonly stock: StockView;
	readonly run: Omit<AllocationRun, 'place'>;
}

/** The decision about one order, in units and words that people use. */
export const toAllocation = ({ order, plan, held, stock, run }: Facts): Allocation => {
	const planOf = new Map(plan?.lines.map((line) => [line.line, line]));
	const heldOf = (move: OpenMove) => Math.min(held.get(move.id) ?? 0, move.asked);
	const toLine = (move: OpenMove): AllocatedLine => ({
		lineId: move.saleLineId,
		product: move.product,
		unit: move.unitName,
		asked: toLineQuantity(move.asked, move.unit),
		allocated: toLineQuantity(heldOf(move), move.unit),
		short: toLineQuantity(move.asked - heldOf(move), move.unit),
		warehouse: stock.placeName(move.locationId),
		expected: null,
		reason: reasonOf(move, heldOf(move), planOf.get(move.id)),
	});
	const sum = (amount: (move: OpenMove) => number) =>
		order.moves.reduce((total, move) => total + amount(move), 0);
	const shareOf = (move: OpenMove) => (move.asked > 0 ? heldOf(move) / move.asked : 1);
	const [asked, reserved] = [sum((move) => move.asked), sum(heldOf)];
	const [value, reservedValue] = [
		sum((move) => move.value),
		sum((move) => move.value * shareOf(move)),
	];
	const isOpen = order.state === 'sale';
	const fillRate = asked === 0 ? 1 : value > 0 ? reservedValue / value : reserved / asked;
	return {
		status: isOpen
			? statusOf(
					asked,
					reserved,
					order.moves.every((move) => heldOf(move) >= move.asked),
				)
			: 'short',
		fillRate: isOpen ? round(fillRate, 4) : 0,
		value: round(reservedValue, 2),
		currency: order.currency,
		lines: order.moves.map(toLine),
		reason: ORDER_REASON[order.state] ?? (asked === 0 ? 'nothingToDeliver' : null),
		run: { ...run, place: plan?.place ?? null },
	};
};

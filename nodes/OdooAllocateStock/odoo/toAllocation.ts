import { groupBy, indexBy, unique } from '../../shared/core/collections';
import type { OpenMove, OpenOrder } from './facts';
import { heldBy, isShort, type Findings } from './findings';
import type { Allocation } from '../core/allocation';
import type { AllocationStatus } from '../core/statuses';
import type { OrderReason } from '../core/reasons';
import { toLine, type LineMoves } from './toLine';

const ORDER_REASON: { readonly [state: string]: OrderReason } = {
	draft: 'notConfirmed',
	sent: 'notConfirmed',
	cancel: 'cancelled',
};

const round = (value: number, decimals: number): number =>
	Math.round(value * 10 ** decimals) / 10 ** decimals;

const statusOf = ({ state, moves }: OpenOrder, findings: Findings): AllocationStatus => {
	if (state !== 'sale') return 'short';
	if (moves.every((move) => !isShort(findings, move))) return 'allocated';
	return moves.some((move) => heldBy(findings, move) > 0) ? 'partiallyAllocated' : 'short';
};

interface Totals {
	readonly heldValue: number;
	/** By value; by quantity where the goods have none. */
	readonly fillRate: number;
}

const totalsOf = ({ moves }: OpenOrder, findings: Findings): Totals => {
	const sum = (amount: (move: OpenMove) => number) =>
		moves.reduce((total, move) => total + amount(move), 0);
	const [asked, held] = [sum((move) => move.asked), sum((move) => heldBy(findings, move))];
	const share = (move: OpenMove) => (move.asked > 0 ? heldBy(findings, move) / move.asked : 1);
	const [value, heldValue] = [sum((move) => move.value), sum((move) => move.value * share(move))];
	return {
		heldValue,
		fillRate: asked === 0 ? 1 : value > 0 ? heldValue / value : held / asked,
	};
};

/** A line that Odoo keeps in several transfers is one line to people. */
const linesOf = ({ moves }: OpenOrder): LineMoves[] => {
	const lines = groupBy(moves, ({ id, saleLineId, product, locationId, unitName }) =>
		[saleLineId ?? `move ${id}`, product.id, locationId, unitName].join(' '),
	);
	return [...lines.values()].flatMap(([first, ...more]): LineMoves[] =>
		first ? [[first, ...more]] : [],
	);
};

/** The decision about one order, in units and words that people use. */
export const toAllocation = (order: OpenOrder, findings: Findings): Allocation => {
	const plan = findings.plans.get(order.id);
	const plans = indexBy(plan?.lines ?? [], ({ line }) => line);
	const planOf = ({ id }: OpenMove) => plans.get(id);
	const { heldValue, fillRate } = totalsOf(order, findings);
	const status = statusOf(order, findings);
	const warnings = order.moves.flatMap(
		({ pickingTypeId }) => findings.warnings.get(pickingTypeId) ?? [],
	);
	return {
		status,
		fillRate: order.state === 'sale' ? round(fillRate, 4) : 0,
		value: round(heldValue, 2),
		currency: order.currency,
		lines: linesOf(order).map((moves) => toLine({ order, moves, planOf }, findings)),
		reason: ORDER_REASON[order.state] ?? (order.moves.length === 0 ? 'nothingToDeliver' : null),
		warnings: status === 'partiallyAllocated' ? unique(warnings) : [],
		run: { ...findings.run, place: plan?.place ?? null },
	};
};

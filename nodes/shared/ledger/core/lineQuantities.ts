import {
	add,
	compare,
	divide,
	exact,
	isPositive,
	isZero,
	largest,
	multiply,
	smallest,
	subtract,
	sum,
	ZERO,
	type Exact,
} from '../../core/exact';
import { groupBy } from '../../core/collections';
import {
	directed,
	directionOf,
	inUnitOf,
	isKit,
	lastSteps,
	quantity,
	refundedReturns,
} from './lineMoves';
import type { LineRow, MoveRow, OrderRow } from './orderRows';

/**
 * What happened to the goods of an order line, in the line's unit and in its direction: on a line that takes goods in
 * (ordered -3) three taken in are a delivery of 3. None is negative.
 */
export interface LineQuantities {
	readonly ordered: Exact;
	/** Everything that ever reached the customer: history, never lowered by a return. */
	readonly shipped: Exact;
	/** Came back to be refunded. */
	readonly returned: Exact;
	/** Shipped less returned. */
	readonly delivered: Exact;
	/** A return to be refunded is under way. */
	readonly returning: Exact;
	/**
	 * Will still be delivered: by an open move anywhere in the chain, by hand, or because nothing has been arranged so far,
	 * as of a drop shipment whose purchase is not confirmed. A replacement counts although the ordered quantity is delivered.
	 */
	readonly coming: Exact;
}

export const quantitiesOf = (line: LineRow, state: OrderRow['state']): LineQuantities => {
	const sign = directionOf(line);
	const ordered = quantity(sign * line.ordered);
	const delivered = positive(quantity(sign * line.delivered));
	if (line.kind !== 'goods') {
		const open = state === 'cancelled' ? ZERO : positive(subtract(ordered, delivered));
		return { ...NOTHING, ordered, shipped: delivered, delivered, coming: open };
	}
	if (state === 'quotation') return { ...NOTHING, ordered, coming: ordered };
	const moved = (isKit(line) ? kitMoves : goodsMoves)(line, { ordered, delivered });
	return {
		...moved,
		ordered,
		delivered,
		shipped: add(delivered, moved.returned),
		coming: state === 'cancelled' ? ZERO : moved.coming,
	};
};

const NOTHING = { shipped: ZERO, returned: ZERO, delivered: ZERO, returning: ZERO, coming: ZERO };

const positive = (value: Exact): Exact => largest(ZERO, value);

type Moved = Pick<LineQuantities, 'returned' | 'returning' | 'coming'>;
type Known = Pick<LineQuantities, 'ordered' | 'delivered'>;

const goodsMoves = (line: LineRow, { ordered, delivered }: Known): Moved => {
	const total = (moves: readonly MoveRow[]): Exact =>
		sum(moves.map((move) => inUnitOf(line, move)));
	const back = refundedReturns(line);
	const returned = total(back.filter(({ state }) => state === 'done'));
	const returning = total(back.filter(({ state }) => state === 'open'));
	const ways = directed(line);
	const open = total(lastSteps(ways, 'open'));
	const cancelled = total(lastSteps(ways, 'cancelled'));
	// What no move was ever made for will still be arranged: a record that is missing proves nothing.
	const missing = positive(subtract(ordered, sum([delivered, returned, open, cancelled])));
	const notArranged = compare(missing, roundingOf(line)) > 0 ? missing : ZERO;
	return { returned, returning, coming: add(open, notArranged) };
};

/** Odoo rounds the quantity of each move in another unit to two decimals: seven pieces are 0.58 dozens. */
const roundingOf = ({ moves, unitSize }: LineRow): Exact =>
	multiply(exact(0.005), exact(moves.filter((move) => move.unitSize !== unitSize).length));

/** The parts of a kit tell shares of it: the part that is furthest behind holds the kit. */
const kitMoves = (line: LineRow, { ordered, delivered }: Known): Moved => {
	const parts = [...groupBy(line.moves, ({ productId }) => productId).values()];
	const shippedShare = parts.map((moves) => {
		const size = (state: MoveRow['state']): Exact =>
			sum(lastSteps(moves, state).map((move) => inUnitOf(line, move)));
		const all = sum([size('done'), size('open'), size('cancelled')]);
		return isZero(all) ? ZERO : divide(size('done'), all);
	});
	const shipped = largest(delivered, multiply(ordered, shippedShare.reduce(smallest, exact(1))));
	const isOpen = parts.some((moves) => lastSteps(moves, 'open').length > 0);
	const returning = line.moves.some(
		({ from, state, isRefunded }) => from === 'customer' && state === 'open' && isRefunded,
	);
	return {
		returned: subtract(shipped, delivered),
		returning: returning ? delivered : ZERO,
		coming: isOpen ? positive(subtract(ordered, shipped)) : ZERO,
	};
};

/** The ordered quantity is exceeded by goods that a return under way makes up for: an exchange that was shipped first. */
export const exchanged = ({ ordered, returning }: LineQuantities, reached: Exact): Exact =>
	compare(reached, ordered) > 0 && isPositive(returning)
		? smallest(returning, subtract(reached, ordered))
		: ZERO;

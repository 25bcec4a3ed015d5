import {
	add,
	compare,
	divide,
	exact,
	isPositive,
	isZero,
	largest,
	multiply,
	roundTo,
	smallest,
	subtract,
	sum,
	ZERO,
	type Exact,
} from '../../core/exact';
import { groupBy } from '../../core/collections';
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

/** Odoo keeps quantities as binary floats; beyond its six decimals there is only their noise. */
const DECIMALS = 6;
const quantity = (value: number): Exact => exact(roundTo(exact(value), DECIMALS));
const positive = (value: Exact): Exact => largest(ZERO, value);

/** -1 for a line that takes goods in. */
export const directionOf = ({ ordered, delivered }: LineRow): 1 | -1 =>
	ordered < 0 || (ordered === 0 && delivered < 0) ? -1 : 1;

/** A quantity in another unit, in the line's unit. */
export const inUnitOf = (
	line: Pick<LineRow, 'unitSize'>,
	other: { readonly quantity: number; readonly unitSize: number },
): Exact =>
	quantity(
		roundTo(
			divide(multiply(exact(other.quantity), exact(other.unitSize)), exact(line.unitSize)),
			DECIMALS,
		),
	);

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

export const isKit = ({ moves, productId: own }: LineRow): boolean =>
	moves.some(({ productId }) => productId !== own);

const NOTHING = { shipped: ZERO, returned: ZERO, delivered: ZERO, returning: ZERO, coming: ZERO };

type Moved = Pick<LineQuantities, 'returned' | 'returning' | 'coming'>;
type Known = Pick<LineQuantities, 'ordered' | 'delivered'>;

/** What a move means for the customer, on a line that takes goods in just as on any other. */
const roleOf = (
	move: MoveRow,
	comesBack: ReadonlySet<number>,
): 'out' | 'back' | 'within' | 'gone' => {
	if (move.to === 'lost') return 'gone';
	if (move.from === 'customer') return 'back';
	if (move.to === 'customer') return 'out';
	return move.returnsMoveId !== null || comesBack.has(move.id) ? 'gone' : 'within';
};

/** The further steps of what came back are no delivery. */
const stepsBack = (moves: readonly MoveRow[]): ReadonlySet<number> => {
	const found = new Set<number>();
	const follow = (move: MoveRow): void => {
		for (const next of moves.filter(({ id }) => move.nextMoveIds.includes(id) && !found.has(id))) {
			found.add(next.id);
			follow(next);
		}
	};
	for (const move of moves) if (move.from === 'customer') follow(move);
	return found;
};

/** The moves of a delivery on its way out, without those that another one of the same state goes on with. */
const lastSteps = (moves: readonly MoveRow[], state: MoveRow['state']): MoveRow[] => {
	const comesBack = stepsBack(moves);
	const own = moves.filter((move) => {
		const role = roleOf(move, comesBack);
		return move.state === state && (role === 'out' || role === 'within');
	});
	const ids = new Set(own.map(({ id }) => id));
	return own.filter(({ nextMoveIds }) => !nextMoveIds.some((id) => ids.has(id)));
};

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

/** Moves as the line means them: on one that takes goods in, from the customer is the way out. */
const directed = (line: LineRow): readonly MoveRow[] =>
	directionOf(line) === -1 ? line.moves.map(turned) : line.moves;

/** Done or under way. */
export const refundedReturns = (line: LineRow): MoveRow[] =>
	directed(line).filter(
		({ from, to, state, isRefunded }) =>
			from === 'customer' && to !== 'lost' && state !== 'cancelled' && isRefunded,
	);

/** What reached the customer; what went back to him without a new delivery is none. */
export const shipments = (line: LineRow): MoveRow[] =>
	directed(line).filter(
		({ from, to, state, returnsMoveId, isRefunded }) =>
			state === 'done' &&
			from !== 'customer' &&
			to === 'customer' &&
			(returnsMoveId === null || isRefunded),
	);

/** A line that takes goods in is delivered by what comes from the customer. */
const turned = (move: MoveRow): MoveRow => ({
	...move,
	from: move.to,
	to: move.from,
	isRefunded: true,
});

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

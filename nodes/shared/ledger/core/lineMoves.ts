import { divide, exact, multiply, roundTo, type Exact } from '../../core/exact';
import type { LineRow, MoveRow } from './orderRows';

/** Odoo keeps quantities as binary floats; beyond its six decimals there is only their noise. */
const DECIMALS = 6;
export const quantity = (value: number): Exact => exact(roundTo(exact(value), DECIMALS));

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

export const isKit = ({ moves, productId: own }: LineRow): boolean =>
	moves.some(({ productId }) => productId !== own);

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
export const lastSteps = (moves: readonly MoveRow[], state: MoveRow['state']): MoveRow[] => {
	const comesBack = stepsBack(moves);
	const own = moves.filter((move) => {
		const role = roleOf(move, comesBack);
		return move.state === state && (role === 'out' || role === 'within');
	});
	const ids = new Set(own.map(({ id }) => id));
	return own.filter(({ nextMoveIds }) => !nextMoveIds.some((id) => ids.has(id)));
};

/** Moves as the line means them: on one that takes goods in, from the customer is the way out. */
export const directed = (line: LineRow): readonly MoveRow[] =>
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

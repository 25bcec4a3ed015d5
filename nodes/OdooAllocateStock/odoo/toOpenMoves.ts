import { groupValues, indexBy } from '../../shared/core/collections';
import type { OpenMove } from './facts';
import type { LineRecord, MoveRecord, PickingRecord } from './openRecords';
import type { ProductUnits } from './readProductUnits';
import { takesFromStock, toOpenMove } from './toOpenMove';

interface Records {
	readonly lines: readonly LineRecord[];
	readonly moves: readonly MoveRecord[];
	readonly pickings: readonly PickingRecord[];
	readonly units: ProductUnits;
}

/**
 * The open moves of each order that stand for demand: those that take from stock; and of goods that come another way
 * only the last step, because the steps before it are the same goods.
 */
export const toOpenMoves = ({
	lines,
	moves,
	pickings,
	units,
}: Records): ReadonlyMap<number, OpenMove[]> => {
	const lineById = indexBy(lines, ({ id }) => id);
	const pickingById = indexBy(pickings, ({ id }) => id);
	const demand = demandIn(moves);
	const shareOf = sharesOfLines(demand);
	const owned = demand.flatMap((move) => {
		const line = lineById.get(move.sale_line_id?.id ?? 0);
		const transfer = pickingById.get(move.picking_id?.id ?? 0);
		const orderId = line?.order_id?.id ?? transfer?.sale_id?.id;
		const share = shareOf.get(line?.id ?? 0) ?? 0;
		return orderId === undefined || !move.product_id
			? []
			: [{ orderId, move: toOpenMove(move, { line, transfer, share }, units) }];
	});
	return groupValues(
		owned,
		({ orderId }) => orderId,
		({ move }) => move,
	);
};

const demandIn = (moves: readonly MoveRecord[]): MoveRecord[] => {
	const linesFromStock = new Set(
		moves.filter(takesFromStock).flatMap(({ sale_line_id: line }) => line?.id ?? []),
	);
	const openIds = new Set(moves.map(({ id }) => id));
	return moves.filter(
		(move) =>
			takesFromStock(move) ||
			(!linesFromStock.has(move.sale_line_id?.id ?? 0) &&
				!move.move_dest_ids.some((next) => openIds.has(next))),
	);
};

/** A kit's line has one move for each component: they share its value. */
const sharesOfLines = (moves: readonly MoveRecord[]): ReadonlyMap<number, number> => {
	const sold = moves.filter(({ sale_line_id: line, product_id: item }) => line && item);
	const products = groupValues(
		sold,
		({ sale_line_id: line }) => line?.id ?? 0,
		({ product_id: item }) => item?.id,
	);
	return new Map([...products].map(([line, items]) => [line, 1 / new Set(items).size]));
};

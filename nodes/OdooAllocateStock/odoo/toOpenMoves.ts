import { fromGrains, fromLineQuantity, toGrains, type UnitFacts } from '../core/units';
import type { OpenMove } from './facts';
import type { ProductUnits } from './productUnits';
import type { LineRecord, MoveRecord, PickingRecord } from './readOpenOrders';

interface Records {
	readonly lines: readonly LineRecord[];
	readonly moves: readonly MoveRecord[];
	readonly pickings: readonly PickingRecord[];
	readonly units: ProductUnits;
}

const takesFromStock = (move: MoveRecord): boolean =>
	move.procure_method === 'make_to_stock' && move.move_orig_ids.length === 0;

/**
 * The open moves of each order that stand for demand: those that take from stock; and of goods that come another way
 * only the last step, because the steps before it are the same goods.
 */
export const toOpenMoves = ({
	lines,
	moves,
	pickings,
	units,
}: Records): Map<number, OpenMove[]> => {
	const lineById = new Map(lines.map((line) => [line.id, line]));
	const pickingById = new Map(pickings.map((transfer) => [transfer.id, transfer]));
	const linesFromStock = new Set(
		moves.filter(takesFromStock).flatMap(({ sale_line_id: line }) => line?.id ?? []),
	);
	const openIds = new Set(moves.map(({ id }) => id));
	const isDemand = (move: MoveRecord) =>
		takesFromStock(move) ||
		(!linesFromStock.has(move.sale_line_id?.id ?? 0) &&
			!move.move_dest_ids.some((next) => openIds.has(next)));
	const demand = moves.filter(isDemand);
	const shareOf = sharesOfLines(demand);
	const byOrder = new Map<number, OpenMove[]>();
	for (const move of demand) {
		const line = lineById.get(move.sale_line_id?.id ?? 0);
		const orderId = line?.order_id?.id ?? pickingById.get(move.picking_id?.id ?? 0)?.sale_id?.id;
		if (orderId === undefined || !move.product_id) continue;
		const transfer = pickingById.get(move.picking_id?.id ?? 0);
		const open = toOpenMove(move, { orderId, line, transfer }, shareOf, units);
		byOrder.set(orderId, [...(byOrder.get(orderId) ?? []), open]);
	}
	return byOrder;
};

/** A kit's line has one move for each component: they share its value. */
const sharesOfLines = (moves: readonly MoveRecord[]): ReadonlyMap<number, number> => {
	const products = new Map<number, Set<number>>();
	for (const { sale_line_id: line, product_id: item } of moves)
		if (line && item) products.set(line.id, (products.get(line.id) ?? new Set()).add(item.id));
	return new Map([...products].map(([line, items]) => [line, 1 / items.size]));
};

/** A component of a kit, and what somebody added by hand, are known only in Odoo's own unit. */
const isAsOrdered = (move: MoveRecord, line: LineRecord | undefined): line is LineRecord =>
	line !== undefined && line.product_id?.id === move.product_id?.id;

/** The part of its line's value that a move still stands for. */
const openShareOf = (asked: number, line: LineRecord, orderedUnit: UnitFacts): number => {
	const ordered = fromLineQuantity(line.product_uom_qty, orderedUnit);
	return ordered > 0 ? Math.min(asked / ordered, 1) : 0;
};

const turnOf = ({ priority, date_deadline: deadline, date, id }: MoveRecord): string =>
	[priority === '1' ? 0 : 1, deadline ?? '9', date ?? '', String(id).padStart(12, '0')].join(' ');

interface Belonging {
	readonly orderId: number;
	readonly line: LineRecord | undefined;
	readonly transfer: PickingRecord | undefined;
}

const toOpenMove = (
	move: MoveRecord,
	{ orderId, line, transfer }: Belonging,
	shareOf: ReadonlyMap<number, number>,
	units: ProductUnits,
): OpenMove => {
	const product = move.product_id ?? { id: 0, name: '' };
	const unit = units.unitOf(product.id, move.product_uom?.id);
	const asOrdered = isAsOrdered(move, line) ? line : undefined;
	const shownIn = asOrdered ? asOrdered.product_uom_id : move.product_uom;
	const orderedUnit = units.unitOf(product.id, shownIn?.id);
	const asked = toGrains(move.product_qty, unit.grain);
	const share = asOrdered
		? openShareOf(asked, asOrdered, orderedUnit)
		: (shareOf.get(line?.id ?? 0) ?? 0);
	const held = fromLineQuantity(move.quantity, unit);
	return {
		id: move.id,
		orderId,
		saleLineId: line?.id ?? null,
		product,
		pickingId: move.picking_id?.id ?? 0,
		pickingTypeId: move.picking_type_id?.id ?? 0,
		transfer: { isUrgent: transfer?.priority === '1', plannedAt: transfer?.scheduled_date ?? null },
		locationId: move.location_id?.id ?? 0,
		takesFromStock: takesFromStock(move),
		isUnlimited: units.products.get(product.id)?.is_storable === false,
		unit,
		orderedUnit,
		unitName: shownIn?.name ?? '',
		asked,
		held,
		picked: move.picked ? held : 0,
		value: (line?.price_subtotal ?? 0) * share,
		grainCost: (units.products.get(product.id)?.standard_price ?? 0) * fromGrains(1, unit.grain),
		turn: turnOf(move),
		dueAt: move.date_deadline ?? move.date,
		createdAt: move.create_date,
	};
};

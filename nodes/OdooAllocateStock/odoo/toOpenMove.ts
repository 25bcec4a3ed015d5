import { fromGrains, fromLineQuantity, toGrains, type UnitFacts } from '../core/units';
import type { OpenMove } from './facts';
import type { LineRecord, MoveRecord, PickingRecord } from './openRecords';
import type { ProductUnits } from './readProductUnits';

export const takesFromStock = (move: MoveRecord): boolean =>
	move.procure_method === 'make_to_stock' && move.move_orig_ids.length === 0;

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
	readonly line: LineRecord | undefined;
	readonly transfer: PickingRecord | undefined;
	/** The part of the line's value that a component of a kit stands for. */
	readonly share: number;
}

export const toOpenMove = (
	move: MoveRecord,
	{ line, transfer, share }: Belonging,
	units: ProductUnits,
): OpenMove => {
	const product = move.product_id ?? { id: 0, name: '' };
	const known = units.products.get(product.id);
	const unit = units.unitOf(product.id, move.product_uom?.id);
	const asOrdered = isAsOrdered(move, line) ? line : undefined;
	const shownIn = asOrdered ? asOrdered.product_uom_id : move.product_uom;
	const orderedUnit = units.unitOf(product.id, shownIn?.id);
	const asked = toGrains(move.product_qty, unit.grain);
	const held = fromLineQuantity(move.quantity, unit);
	const openShare = asOrdered ? openShareOf(asked, asOrdered, orderedUnit) : share;
	return {
		id: move.id,
		saleLineId: line?.id ?? null,
		product,
		pickingId: move.picking_id?.id ?? 0,
		pickingTypeId: move.picking_type_id?.id ?? 0,
		transfer: { isUrgent: transfer?.priority === '1', plannedAt: transfer?.scheduled_date ?? null },
		locationId: move.location_id?.id ?? 0,
		takesFromStock: takesFromStock(move),
		isUnlimited: known?.is_storable === false,
		unit,
		orderedUnit,
		unitName: shownIn?.name ?? '',
		asked,
		held,
		picked: move.picked ? held : 0,
		value: (line?.price_subtotal ?? 0) * openShare,
		grainCost: (known?.standard_price ?? 0) * fromGrains(1, unit.grain),
		turn: turnOf(move),
		dueAt: move.date_deadline ?? move.date,
		createdAt: move.create_date,
	};
};

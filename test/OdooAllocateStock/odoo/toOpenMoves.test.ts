import { exact } from '../../../nodes/shared/core/exact';
import type {
	LineRecord,
	MoveRecord,
	PickingRecord,
} from '../../../nodes/OdooAllocateStock/odoo/openRecords';
import { toOpenMoves } from '../../../nodes/OdooAllocateStock/odoo/toOpenMoves';

const ORDER = { id: 1, name: 'S1' };
const PIECE = { id: 1, name: 'Units' };
const DOZEN = { id: 2, name: 'Dozens' };
const LOCATION = { id: 8, name: 'WH/Stock' };

const line = (more: Partial<LineRecord> = {}): LineRecord => ({
	id: 10,
	order_id: ORDER,
	product_id: { id: 5, name: 'P' },
	product_uom_id: PIECE,
	product_uom_qty: 10,
	price_subtotal: 100,
	...more,
});
const move = (id: number, more: Partial<MoveRecord> = {}): MoveRecord => ({
	id,
	product_id: { id: 5, name: 'P' },
	product_uom: PIECE,
	product_qty: 10,
	quantity: 0,
	picked: false,
	procure_method: 'make_to_stock',
	priority: '0',
	date: '2026-11-01 08:00:00',
	create_date: '2026-10-01 08:00:00',
	date_deadline: null,
	picking_id: { id: 3, name: 'OUT' },
	picking_type_id: { id: 2, name: 'Delivery' },
	sale_line_id: { id: 10, name: 'L' },
	location_id: LOCATION,
	move_orig_ids: [],
	move_dest_ids: [],
	...more,
});
const picking: PickingRecord = {
	id: 3,
	priority: '0',
	sale_id: ORDER,
	move_type: 'direct',
	scheduled_date: '2026-11-01 08:00:00',
};
const units = {
	products: new Map(),
	unitOf: (_product: number, lineUnit: number | undefined) => ({
		ratio: exact(lineUnit === DOZEN.id ? 12 : 1),
		grain: exact(0.01),
		lineGrain: exact(0.01),
	}),
};

const read = (lines: readonly LineRecord[], moves: readonly MoveRecord[]) =>
	toOpenMoves({ lines, moves, pickings: [picking], units }).get(ORDER.id) ?? [];

describe('what an order still asks for', () => {
	it('is the step that takes from stock, not the one that waits for it', () => {
		const pick = move(1, { move_dest_ids: [2] });
		const ship = move(2, { procure_method: 'make_to_order', move_orig_ids: [1] });
		expect(read([line()], [pick, ship])).toMatchObject([
			{ id: 1, takesFromStock: true, asked: 1_000 },
		]);
	});

	it('is the last step of goods that come another way, once', () => {
		const make = move(1, {
			procure_method: 'make_to_order',
			move_orig_ids: [77],
			move_dest_ids: [2],
		});
		const ship = move(2, { procure_method: 'make_to_order', move_orig_ids: [1] });
		expect(read([line()], [make, ship])).toMatchObject([{ id: 2, takesFromStock: false }]);
	});

	it('is only what is still open of a line, with its part of the value', () => {
		expect(read([line()], [move(1, { product_qty: 4 })])).toMatchObject([
			{ asked: 400, value: 40 },
		]);
	});

	it('is known in the unit of the order, with its whole value, when Odoo moves pieces of dozens', () => {
		const dozens = line({ product_uom_id: DOZEN, product_uom_qty: 2 });
		const pieces = move(1, { product_qty: 24, quantity: 12 });
		expect(read([dozens], [pieces])).toMatchObject([
			{ asked: 2_400, held: 1_200, unitName: 'Dozens', value: 100 },
		]);
	});

	it('shares the value of a kit between its components', () => {
		const kit = line({ product_id: { id: 99, name: 'Kit' } });
		const parts = [move(1), move(2, { product_id: { id: 6, name: 'Q' } })];
		expect(read([kit], parts).map(({ value }) => value)).toEqual([50, 50]);
	});

	it('includes what somebody added to the transfer by hand, without a value', () => {
		expect(read([line()], [move(1), move(2, { sale_line_id: null })])).toMatchObject([
			{ id: 1, saleLineId: 10 },
			{ id: 2, saleLineId: null, value: 0 },
		]);
	});

	it('says what is picked, and stands in the queue as Odoo would reserve it', () => {
		const moves = [
			move(1, { date_deadline: '2026-12-01 08:00:00' }),
			move(2, { priority: '1', picked: true, quantity: 3 }),
			move(3),
			move(4, { date_deadline: '2026-11-15 08:00:00' }),
		];
		const open = read([line()], moves);
		expect(open.find(({ id }) => id === 2)).toMatchObject({ picked: 300, held: 300 });
		expect([...open].sort((a, b) => (a.turn < b.turn ? -1 : 1)).map(({ id }) => id)).toEqual([
			2, 4, 1, 3,
		]);
	});
});

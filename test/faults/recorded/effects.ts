import type { Row, Tables } from './tables';

/** What follows in Odoo from a write, and what the buttons do that the nodes press. */

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
const idOf = (value: unknown): number => (Array.isArray(value) ? numberOf(value[0]) : 0);

const PLACE = { parent: 'location_id' } as const;

const isWithin = (tables: Tables, place: number, root: number): boolean => {
	if (place === root) return true;
	const row = tables.row('stock.location', place);
	const parent = idOf(row?.[PLACE.parent]);
	return parent !== 0 && isWithin(tables, parent, root);
};

/** Stock records that a move takes from. */
const quantsFor = (tables: Tables, move: Row): Row[] =>
	tables
		.all('stock.quant')
		.filter(
			(quant) =>
				idOf(quant.product_id) === idOf(move.product_id) &&
				isWithin(tables, idOf(quant.location_id), idOf(move.location_id)),
		);

/** Takes so much more from the shelves, or gives it back when it is negative. */
const takeStock = (tables: Tables, move: Row, quantity: number): void => {
	let rest = quantity;
	for (const quant of quantsFor(tables, move)) {
		const reserved = numberOf(quant.reserved_quantity);
		const most = rest > 0 ? Math.max(0, numberOf(quant.quantity) - reserved) : reserved;
		const part = Math.sign(rest) * Math.min(Math.abs(rest), most);
		if (part === 0) continue;
		tables.update('stock.quant', quant.id, { reserved_quantity: reserved + part });
		rest -= part;
	}
};

const stateOf = (move: Row, quantity: number): string => {
	const asked = numberOf(move.product_uom_qty);
	if (quantity >= asked) return 'assigned';
	return quantity > 0 ? 'partially_available' : 'confirmed';
};

const setHeld = (tables: Tables, move: Row, quantity: number): void => {
	takeStock(tables, move, quantity - numberOf(move.quantity));
	tables.update('stock.move', move.id, { quantity, state: stateOf(move, quantity) });
	const picking = tables.row('stock.picking', idOf(move.picking_id));
	if (!picking) return;
	const states = movesOf(tables, picking.id).map(({ state }) => state);
	const state = states.every((one) => one === 'assigned') ? 'assigned' : 'confirmed';
	tables.update('stock.picking', picking.id, { state });
};

const movesOf = (tables: Tables, pickingId: number): Row[] =>
	tables.all('stock.move').filter(({ picking_id: picking }) => idOf(picking) === pickingId);

const isOpen = ({ state }: Row): boolean => state !== 'done' && state !== 'cancel';

/** @param before the row as it was */
export const afterWrite = (tables: Tables, model: string, before: Row): void => {
	const now = tables.row(model, before.id);
	if (model !== 'stock.move' || !now || now.quantity === before.quantity) return;
	tables.update(model, before.id, { quantity: before.quantity });
	setHeld(tables, before, numberOf(now.quantity));
};

export const afterCreate = (tables: Tables, model: string, id: number): void => {
	const row = tables.row(model, id);
	if (model === 'mail.activity' && row)
		tables.update(model, id, { res_model: row.res_model || modelOf(row) });
};

/** An activity is imported with the model's own record, which says its name. */
const modelOf = (row: Row): unknown => (Array.isArray(row.res_model_id) ? 'sale.order' : false);

const confirmOrder = (tables: Tables, id: number, now: string): void => {
	const order = tables.row('sale.order', id);
	if (!order || (order.state !== 'draft' && order.state !== 'sent')) return;
	tables.update('sale.order', id, { state: 'sale', date_order: now, write_date: now });
};

const assign = (tables: Tables, pickingId: number): void => {
	for (const move of movesOf(tables, pickingId).filter(isOpen)) {
		const free = quantsFor(tables, move).reduce(
			(sum, quant) =>
				sum + Math.max(0, numberOf(quant.quantity) - numberOf(quant.reserved_quantity)),
			0,
		);
		const missing = numberOf(move.product_uom_qty) - numberOf(move.quantity);
		const more = Math.min(free, missing);
		if (more > 0) setHeld(tables, move, numberOf(move.quantity) + more);
	}
};

const unreserve = (tables: Tables, pickingId: number): void => {
	for (const move of movesOf(tables, pickingId).filter(isOpen)) setHeld(tables, move, 0);
};

const post = (tables: Tables, id: number, today: string): void => {
	const move = tables.row('account.move', id);
	if (!move || move.state !== 'draft') return;
	const known = new Set(tables.fieldsOf('account.move').keys());
	const name = `INV/${id}`;
	const set = {
		name,
		display_name: name,
		state: 'posted',
		invoice_date: move.invoice_date || today,
		payment_state: 'not_paid',
		amount_residual: move.amount_total,
	};
	tables.update(
		'account.move',
		id,
		Object.fromEntries(Object.entries(set).filter(([field]) => known.has(field))),
	);
};

interface Pressed {
	readonly ids: readonly number[];
	/** Odoo's clock. */
	readonly now: string;
}

/** What each button does to the tables. @returns Odoo's answer */
export const BUTTONS: {
	readonly [button: string]: (tables: Tables, pressed: Pressed) => unknown;
} = {
	'sale.order.action_confirm': (tables, { ids, now }) => {
		for (const id of ids) confirmOrder(tables, id, now);
		return true;
	},
	'stock.picking.action_assign': (tables, { ids }) => {
		for (const id of ids) assign(tables, id);
		return true;
	},
	'stock.picking.do_unreserve': (tables, { ids }) => {
		for (const id of ids) unreserve(tables, id);
		return null;
	},
	'account.move.action_post': (tables, { ids, now }) => {
		for (const id of ids) post(tables, id, now.slice(0, 10));
		return false;
	},
};

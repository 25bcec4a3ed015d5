import { Refusal } from './refusal';
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

const linesOf = (tables: Tables, orderId: number): Row[] =>
	tables.all('sale.order.line').filter(({ order_id: order }) => idOf(order) === orderId);

/** Only what the recording knows of a record. */
const known = (
	tables: Tables,
	model: string,
	values: { readonly [field: string]: unknown },
): { [field: string]: unknown } =>
	Object.fromEntries(Object.entries(values).filter(([field]) => tables.fieldsOf(model).has(field)));

const insert = (
	tables: Tables,
	model: string,
	values: { readonly [field: string]: unknown },
): number => {
	const id = tables.nextId(model);
	const blank = [...tables.fieldsOf(model)].map(([field, { type }]) => [
		field,
		type.endsWith('2many') ? [] : false,
	]);
	tables.put(model, { ...Object.fromEntries(blank), ...known(tables, model, values), id });
	return id;
};

/** A confirmed order asks for its goods, and holds of them what there is. */
const confirmOrder = (tables: Tables, id: number, now: string): void => {
	const order = tables.row('sale.order', id);
	if (!order || (order.state !== 'draft' && order.state !== 'sent')) return;
	tables.update(
		'sale.order',
		id,
		known(tables, 'sale.order', { state: 'sale', date_order: now, write_date: now }),
	);
	if (!tables.knows('stock.move')) return;
	const pickingId = insert(tables, 'stock.picking', {
		sale_id: tables.reference('sale.order', id),
		state: 'confirmed',
	});
	for (const line of linesOf(tables, id)) {
		tables.update('sale.order.line', line.id, { state: 'sale' });
		insert(tables, 'stock.move', {
			sale_line_id: tables.reference('sale.order.line', line.id),
			picking_id: [pickingId, ''],
			product_id: line.product_id,
			product_uom_qty: line.product_uom_qty,
			quantity: 0,
			product_uom: line.product_uom_id,
			state: 'confirmed',
			date: now,
			create_date: now,
			location_id: placeOf(tables, line) ?? locationOf(tables, 'internal'),
			location_dest_id: locationOf(tables, 'customer'),
		});
	}
	assign(tables, pickingId);
};

/** Where the product lies. */
const placeOf = (tables: Tables, { product_id: product }: Row): unknown =>
	tables.all('stock.quant').find((quant) => idOf(quant.product_id) === idOf(product))?.location_id;

const locationOf = (tables: Tables, usage: string): unknown => {
	const found = tables.all('stock.location').find((location) => location.usage === usage);
	return found ? tables.reference('stock.location', found.id) : false;
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
	const name = `INV/2026/${String(id).padStart(5, '0')}`;
	tables.update(
		'account.move',
		id,
		known(tables, 'account.move', {
			name,
			display_name: name,
			state: 'posted',
			invoice_date: move.invoice_date || today,
			payment_state: 'not_paid',
		}),
	);
	for (const line of tables.all('account.move.line'))
		if (idOf(line.move_id) === id)
			tables.update(
				'account.move.line',
				line.id,
				known(tables, 'account.move.line', { parent_state: 'posted', move_id: [id, name] }),
			);
};

/** A draft over what an order still has to invoice. */
const draftInvoice = (tables: Tables, orderIds: readonly number[], now: string): number => {
	const [first = 0] = orderIds;
	const order = tables.row('sale.order', first);
	const lines = orderIds
		.flatMap((id) => linesOf(tables, id))
		.filter((line) => numberOf(line.qty_to_invoice) !== 0);
	const total = lines.reduce(
		(sum, line) =>
			sum +
			(numberOf(line.price_total) / numberOf(line.product_uom_qty)) * numberOf(line.qty_to_invoice),
		0,
	);
	const name = `Draft Invoice (${String(order?.name)})`;
	const id = insert(tables, 'account.move', {
		display_name: name,
		state: 'draft',
		move_type: 'out_invoice',
		company_id: order?.company_id,
		currency_id: order?.currency_id,
		partner_id: order?.partner_invoice_id,
		partner_shipping_id: order?.partner_shipping_id,
		invoice_payment_term_id: order?.payment_term_id,
		fiscal_position_id: order?.fiscal_position_id,
		amount_total: total,
		amount_residual: total,
		create_date: now,
		ref: order?.name,
	});
	for (const line of lines) {
		const quantity = numberOf(line.qty_to_invoice);
		const share = quantity / numberOf(line.product_uom_qty);
		const drafted = insert(tables, 'account.move.line', {
			move_id: [id, name],
			parent_state: 'draft',
			quantity,
			price_unit: line.price_unit,
			discount: line.discount,
			tax_ids: line.tax_ids,
			product_id: line.product_id,
			product_uom_id: line.product_uom_id,
			price_subtotal: numberOf(line.price_subtotal) * share,
			price_total: numberOf(line.price_total) * share,
			sale_line_ids: [line.id],
		});
		const before = Array.isArray(line.invoice_lines) ? line.invoice_lines : [];
		tables.update('sale.order.line', line.id, {
			...known(tables, 'sale.order.line', { invoice_lines: [...before, drafted] }),
			qty_invoiced: numberOf(line.qty_invoiced) + quantity,
			qty_to_invoice: 0,
		});
	}
	return id;
};

/** The wizard's regular end is a window with the drafts. */
const invoice = (tables: Tables, wizardId: number, now: string): unknown => {
	const wizard = tables.row('sale.advance.payment.inv', wizardId);
	const orderIds = wizard
		? tables.related('sale.advance.payment.inv', wizard, 'sale_order_ids')
		: [];
	const open = orderIds.filter((id) =>
		linesOf(tables, id).some((line) => numberOf(line.qty_to_invoice) !== 0),
	);
	if (open.length === 0)
		throw new Refusal(
			'odoo.exceptions.UserError',
			422,
			'Cannot create an invoice. No items are available to invoice.',
		);
	const groups = wizard?.consolidated_billing ? [open] : open.map((id) => [id]);
	const drafts = groups.reverse().map((group) => draftInvoice(tables, group, now));
	return {
		type: 'ir.actions.act_window',
		name: 'Invoices',
		res_model: 'account.move',
		domain: [['id', 'in', drafts]],
	};
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
	// Odoo makes the owner of an imported activity a follower; here nobody becomes one.
	'sale.order.message_subscribe': () => true,
	'sale.order.message_unsubscribe': () => null,
	'stock.picking.action_assign': (tables, { ids }) => {
		for (const id of ids) assign(tables, id);
		return true;
	},
	'stock.picking.do_unreserve': (tables, { ids }) => {
		for (const id of ids) unreserve(tables, id);
		return null;
	},
	'sale.advance.payment.inv.create_invoices': (tables, { ids, now }) =>
		invoice(tables, ids[0] ?? 0, now),
	'account.move.action_post': (tables, { ids, now }) => {
		for (const id of ids) post(tables, id, now.slice(0, 10));
		return false;
	},
};

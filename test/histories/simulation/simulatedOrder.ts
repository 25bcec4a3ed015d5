import type { MoveFacts } from '../facts';
import { SOLD_KINDS, type Setup, type SoldKind } from '../steps';

/** One sales order and everything around it, as Odoo keeps it. Never changed: every act makes another one. */
export interface SimulatedOrder {
	readonly setup: Setup;
	readonly state: 'draft' | 'sale' | 'cancel';
	readonly invoicedTo: Party;
	readonly termDays: number;
	readonly lines: readonly SimulatedLine[];
	/** In the order in which they were made. */
	readonly transfers: readonly SimulatedTransfer[];
	readonly documents: readonly SimulatedDocument[];
	/** The next id that is given to anything. */
	readonly nextId: number;
	/** How many things have happened. */
	readonly now: number;
}

export type Party = 'buyer' | 'other';

export interface SimulatedLine {
	readonly id: number;
	/** Null for a down payment. */
	readonly sells: SoldKind | null;
	readonly ordered: number;
	/** Entered by hand. */
	readonly worked: number;
	/** Before discount. */
	readonly unitPrice: number;
	/** Percent. */
	readonly discount: number;
	readonly taxed: boolean;
}

export interface SimulatedTransfer {
	readonly id: number;
	readonly way: 'out' | 'back';
	/** Of the steps out, from 1; a return has one. */
	readonly stage: number;
	readonly state: MoveFacts['state'];
	/** When it was done, or made. */
	readonly at: number;
	readonly moves: readonly SimulatedMove[];
}

export interface SimulatedMove {
	readonly line: number;
	readonly quantity: number;
	/** The transfer whose goods come back. */
	readonly returns: number | null;
	readonly refunds: boolean;
}

export interface SimulatedDocument {
	readonly id: number;
	readonly type: 'invoice' | 'creditNote';
	readonly state: 'draft' | 'posted' | 'cancelled';
	readonly to: Party;
	readonly termDays: number;
	/** The invoice that a credit note takes back; null for none. */
	readonly reverses: number | null;
	/** When it was made. */
	readonly at: number;
	readonly paid: number;
	readonly lines: readonly SimulatedDocumentLine[];
}

export interface SimulatedDocumentLine {
	/** The order line; null for one that belongs to no order. */
	readonly line: number | null;
	readonly quantity: number;
	/** After discount. */
	readonly price: number;
	readonly taxed: boolean;
}

/** Percent, on top. */
export const TAX = 15;

export const cents = (amount: number): number =>
	Math.round(amount * 100 + Math.sign(amount) * 1e-6) / 100;

export const amountsOf = ({ quantity, price, taxed }: Omit<SimulatedDocumentLine, 'line'>) => {
	const net = cents(quantity * price);
	return { net, gross: taxed ? cents(net * (1 + TAX / 100)) : net };
};

export const isLinked = (lines: readonly SimulatedDocumentLine[]): boolean =>
	lines.some(({ line }) => line !== null);

export const priceOf = ({ unitPrice, discount }: SimulatedLine): number =>
	unitPrice * (1 - discount / 100);

export const totalOf = ({ lines }: SimulatedDocument): number =>
	cents(lines.reduce((sum, line) => sum + amountsOf(line).gross, 0));

export const isGoods = ({ sells }: SimulatedLine): boolean =>
	sells !== null && !SOLD_KINDS[sells].isService;

export const isInvoicedByOrder = ({ sells }: SimulatedLine): boolean =>
	sells !== null && SOLD_KINDS[sells].invoicedBy === 'order';

/** As Odoo counts: what was shipped less what came back to be refunded, or what was entered by hand. */
export const deliveredOf = (order: SimulatedOrder, line: SimulatedLine): number =>
	isGoods(line)
		? order.transfers
				.filter(({ state, way, stage }) => state === 'done' && isLastStage(order, way, stage))
				.flatMap(({ way, moves }) =>
					moves
						.filter((move) => move.line === line.id && (way === 'out' || move.refunds))
						.map(({ quantity }) => (way === 'out' ? quantity : -quantity)),
				)
				.reduce((sum, quantity) => sum + quantity, 0)
		: line.worked;

export const isLastStage = (
	{ setup }: SimulatedOrder,
	way: SimulatedTransfer['way'],
	stage: number,
): boolean => way === 'back' || stage === setup.transfers;

/** As Odoo counts: drafts and posted, a linked credit note taken off whatever it was for. */
export const invoicedOf = ({ documents }: SimulatedOrder, lineId: number): number =>
	documents
		.filter(({ state }) => state !== 'cancelled')
		.flatMap(({ type, lines }) =>
			lines
				.filter(({ line }) => line === lineId)
				.map(({ quantity }) => (type === 'invoice' ? quantity : -quantity)),
		)
		.reduce((sum, quantity) => sum + quantity, 0);

/** As Odoo counts what its dialog would put on the next invoice. */
export const toInvoiceOf = (order: SimulatedOrder, line: SimulatedLine): number => {
	if (order.state !== 'sale') return 0;
	const due = isInvoicedByOrder(line) ? line.ordered : deliveredOf(order, line);
	return (line.sells === null ? 0 : due) - invoicedOf(order, line.id);
};

export const quotation = (setup: Setup): SimulatedOrder => ({
	setup,
	state: 'draft',
	invoicedTo: 'buyer',
	termDays: 0,
	lines: setup.lines.map(({ sells, quantity, price, discount, taxed }, index) => ({
		id: index + 1,
		sells,
		ordered: quantity,
		worked: 0,
		unitPrice: price,
		discount,
		taxed,
	})),
	transfers: [],
	documents: [],
	nextId: setup.lines.length + 1,
	now: 0,
});

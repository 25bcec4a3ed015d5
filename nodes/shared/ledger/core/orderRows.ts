/**
 * What Odoo holds of an order, as far as its ledger needs it: the typed rows that `orderLedgerOf` computes from. No display
 * status of Odoo is among them. Quantities are in each record's own unit, `unitSize` says how large that unit is.
 */
export interface OrderRow {
	readonly id: number;
	/** Confirmed: locked ones too. */
	readonly state: 'quotation' | 'confirmed' | 'cancelled';
	/** ISO 4217. */
	readonly currency: string;
	/** With tax, rounded as the company rounds tax: by line or for the whole order. */
	readonly total: number;
	/** Without sections and notes. */
	readonly lines: readonly LineRow[];
}

export interface LineRow {
	readonly id: number;
	/** Goods are delivered by stock moves; a service by hand, timesheet or expense. */
	readonly kind: 'goods' | 'service' | 'downPayment';
	/** The product's invoicing policy. */
	readonly invoicedBy: 'ordered' | 'delivered';
	readonly productId: number | null;
	readonly unitSize: number;
	/** Negative on a line that takes goods in: a trade-in. Zero for what was added at delivery, and for a down payment. */
	readonly ordered: number;
	/** Odoo's own sum of moves, kits, hours or hand-made entries; what came back to be refunded is taken off. */
	readonly delivered: number;
	readonly unitPrice: number;
	/** Percent. */
	readonly discount: number;
	/** Of the ordered quantity, without tax. */
	readonly net: number;
	/** Of the ordered quantity, with tax rounded for this line. */
	readonly gross: number;
	/** In their order; a group of taxes as its members. */
	readonly taxes: readonly TaxRow[];
	/**
	 * Cancelled ones of an earlier confirmation are left out. A drop shipment has none before its purchase is confirmed.
	 */
	readonly moves: readonly MoveRow[];
	readonly invoiceLines: readonly InvoiceLineRow[];
}

export interface TaxRow {
	/** `other` is computed by code and counts nothing where Odoo has not computed it itself. */
	readonly kind: 'percent' | 'division' | 'fixed' | 'other';
	readonly amount: number;
	readonly isInPrice: boolean;
	/** Later taxes are on top of this one. */
	readonly raisesBase: boolean;
}

/** Which side of the house a location is on. */
export type Place = 'customer' | 'supplier' | 'house' | 'lost';

/** A stock move of the line: delivery, one of its steps inside the house, drop shipment, or return. */
export interface MoveRow {
	readonly id: number;
	/** Differs from the line's product for the parts of a kit. */
	readonly productId: number | null;
	readonly state: 'open' | 'done' | 'cancelled';
	/** What was moved when it is done, what is to be moved before. */
	readonly quantity: number;
	readonly unitSize: number;
	readonly from: Place;
	readonly to: Place;
	/** The move that this one brings back (`origin_returned_move_id`). */
	readonly returnsMoveId: number | null;
	/** What comes back is to be refunded (`to_refund`): it lowers what was delivered. */
	readonly isRefunded: boolean;
	/** When it was done, as Odoo writes it (`YYYY-MM-DD HH:MM:SS`); of others when it is planned. */
	readonly at: string;
	/** Moves that go on with what this one brings (`move_dest_ids`). */
	readonly nextMoveIds: readonly number[];
}

/** A line of an invoice or credit note that is linked to the order line. */
export interface InvoiceLineRow {
	readonly quantity: number;
	readonly unitSize: number;
	/** As on the document, positive on invoices and on credit notes. In the document's currency. */
	readonly net: number;
	readonly gross: number;
	readonly document: DocumentRow;
}

export interface DocumentRow {
	readonly id: number;
	readonly type: 'invoice' | 'creditNote';
	readonly state: 'draft' | 'posted' | 'cancelled';
	/** When Odoo made it, as a move's. */
	readonly at: string;
	readonly currency: string;
	/** With tax. */
	readonly total: number;
	/** What of the total is not matched by a payment or another document. */
	readonly residual: number;
}

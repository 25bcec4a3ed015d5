/**
 * What an order and its debtors look like after a step: raw rows, no display status of Odoo. Read by SQL on the real Odoo, made
 * by the simulation in memory; the laws know nothing else. Amounts are in the order's currency, quantities in the line's unit.
 */
export interface OrderFacts {
	readonly order: number;
	readonly state: 'draft' | 'sent' | 'sale' | 'cancel';
	/** With tax. */
	readonly total: number;
	/** Whom the order is invoiced to, and the commercial partner behind that address. */
	readonly address: number;
	readonly debtor: number;
	readonly currency: number;
	readonly company: number;
	readonly terms: number | null;
	/** Until the last instalment is due. */
	readonly termDays: number;
	readonly position: number | null;
	readonly lines: readonly LineFacts[];
	readonly documents: readonly DocumentFacts[];
	/** Of the debtor, in all of the company's books. */
	readonly account: AccountFacts;
	/** Everything a node leaves on an order beside documents: state, notes, tags, activities; one text each. */
	readonly traces: readonly string[];
}

export interface LineFacts {
	readonly id: number;
	readonly isDownPayment: boolean;
	readonly isService: boolean;
	readonly invoicedBy: 'order' | 'delivery';
	readonly ordered: number;
	/** Of a service: what was entered by hand. */
	readonly delivered: number;
	/** Of one, after discount, without tax. */
	readonly price: number;
	/** Of the ordered quantity, without and with tax. */
	readonly net: number;
	readonly gross: number;
	readonly taxes: readonly number[];
	readonly moves: readonly MoveFacts[];
}

export interface MoveFacts {
	readonly state: 'open' | 'done' | 'cancelled';
	readonly quantity: number;
	readonly from: string;
	readonly to: string;
	readonly isReturn: boolean;
	readonly refunds: boolean;
}

export interface DocumentFacts {
	readonly id: number;
	readonly type: 'invoice' | 'creditNote';
	readonly state: 'draft' | 'posted' | 'cancelled';
	readonly address: number;
	readonly debtor: number;
	readonly currency: number;
	readonly company: number;
	readonly terms: number | null;
	readonly position: number | null;
	/** With tax; a credit note's is positive too. */
	readonly total: number;
	readonly residual: number;
	/** Of this order, and what belongs to none. */
	readonly lines: readonly DocumentLineFacts[];
}

export interface DocumentLineFacts {
	/** Null for a line that is linked to no order. */
	readonly line: number | null;
	readonly quantity: number;
	/** Of one, after discount, without tax. */
	readonly price: number;
	/** As on the document: positive on invoices and on credit notes. */
	readonly net: number;
	readonly gross: number;
	readonly taxes: readonly number[];
}

export interface AccountFacts {
	/** What is open of everything posted. */
	readonly receivables: number;
	/** Of draft invoices; draft credit notes free nothing. */
	readonly drafts: number;
}

import type { Named } from './facts';

export interface Account {
	/** Account and company. */
	readonly key: string;
	readonly account: Named;
	readonly company: Named;
	/** The company's currency: limit and exposure are in it. */
	readonly currency: string;
	readonly decimals: number;
	readonly items: readonly OpenItem[];
	readonly lines: readonly OpenLine[];
	readonly downPayments: readonly DownPayment[];
	/** Odoo's credit limit. Zero is "no credit"; null is "not managed". */
	readonly odooLimit: number | null;
	readonly group: CreditGroup | null;
	readonly customerTagIds: readonly number[];
	readonly countryId: number | null;
	readonly riskClass: string | null;
	readonly paymentTermId: number | null;
	/** A tag or field of the customer says "on hold". */
	readonly holdFlag: boolean;
	/** Names of wanted customer data that is empty. */
	readonly missingData: readonly string[];
	/** Payments of invoices lately. */
	readonly settlements: readonly Settlement[];
	readonly brokenPromises: number | null;
	readonly openDisputes: number;
	/** `YYYY-MM-DD` of the first posted invoice. */
	readonly firstInvoiceOn: string | null;
}

/** A group of accounts under one limit. */
export interface CreditGroup {
	readonly key: string;
	/** In the company's currency; null when the group has no limit. */
	readonly limit: number | null;
}

/** An open item of the receivable ledger or of a draft invoice, in the company's currency; credits are negative. */
export interface OpenItem {
	readonly state: 'posted' | 'draft';
	readonly amount: number;
	/** `YYYY-MM-DD`; without one the item is not due. */
	readonly dueOn: string | null;
}

/** An order line that is not wholly invoiced. Quantities in the line's unit, amounts in its currency. */
export interface OpenLine {
	readonly orderId: number;
	/** False for a line of a quotation that was approved and not confirmed yet. */
	readonly confirmed: boolean;
	/** ISO 4217. */
	readonly currency: string;
	/** With tax, for the ordered quantity. */
	readonly total: number;
	readonly unitPrice: number;
	/** Percent. */
	readonly discount: number;
	readonly ordered: number;
	readonly delivered: number;
	/** Draft invoices included. */
	readonly invoiced: number;
	/** What Odoo would invoice now, by the product's invoicing policy. */
	readonly toInvoice: number;
	/** Delivered by stock moves, so that a line without an open move will not be delivered any more. */
	readonly fromStock: boolean;
	readonly hasOpenMove: boolean;
	/** Promised for later than the policy looks ahead: only what was delivered of it counts. */
	readonly beyondHorizon: boolean;
}

/** Down payments of an order that are invoiced and not yet deducted from a later invoice, with tax. */
export interface DownPayment {
	readonly orderId: number;
	readonly currency: string;
	readonly amount: number;
}

/** Part or all of an invoice, paid. */
export interface Settlement {
	readonly amount: number;
	/** Zero when it was paid in time. */
	readonly daysLate: number;
}

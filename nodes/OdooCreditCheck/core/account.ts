import type { Named } from './facts';
import type { OpenOrder } from './openOrder';

export interface Account {
	/** Account and company. */
	readonly key: string;
	/** The same in all branches of a company, which are one legal person: they share what is owed. */
	readonly debtorKey: string;
	readonly account: Named;
	readonly company: Named;
	/** The company's currency: limit and exposure are in it. */
	readonly currency: string;
	readonly decimals: number;
	readonly items: readonly OpenItem[];
	/** Confirmed orders that are not wholly invoiced, and quotations that were approved. */
	readonly orders: readonly OpenOrder[];
	/** All of them, approved or not, that are invoiced in part: somebody set them back. */
	readonly setBack: readonly OpenOrder[];
	/** Odoo's credit limit. Zero is "no credit"; null is "not managed". */
	readonly odooLimit: number | null;
	readonly group: CreditGroup | null;
	readonly customerTagIds: readonly number[];
	readonly countryId: number | null;
	readonly riskClass: string | null;
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

/** Part or all of an invoice, paid. */
export interface Settlement {
	readonly amount: number;
	/** Zero when it was paid in time. */
	readonly daysLate: number;
}

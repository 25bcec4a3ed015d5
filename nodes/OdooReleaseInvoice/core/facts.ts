import type { CreditLimit } from '../../shared/ledger/core/creditLimit';
import type { OrderLedger } from '../../shared/ledger/core/orderLedger';
import type { OrderRow } from '../../shared/ledger/core/orderRows';
import type { InvoiceFacts } from './invoiceFacts';
import type { ListPrice } from './listPrice';
import type { Named } from './named';

/**
 * What the invoice gate looks at: one sales order with its lines, transfers and invoices. Amounts are in the order's
 * currency, quantities in the line's unit, dates as `YYYY-MM-DD`, times as ISO 8601 in UTC.
 */
export interface InvoicingOrder {
	readonly id: number;
	readonly reference: string;
	readonly state: 'draft' | 'sent' | 'sale' | 'cancel';
	/** When it was confirmed, or the later moment that its delivery was promised for. */
	readonly awaitedSince: string;
	readonly company: OrderCompany;
	readonly currency: string;
	/** The invoice address. */
	readonly customer: InvoicedCustomer;
	readonly deliveryAddress: Named | null;
	/** Names of the sales tags on the order. */
	readonly tags: readonly string[];
	readonly paymentTerm: Named | null;
	readonly fiscalPosition: Named | null;
	readonly lines: readonly OrderLineFacts[];
	/** What its ledger is computed from. */
	readonly row: OrderRow;
	readonly ledger: OrderLedger;
	/** Odoo itself has something to invoice: to it a shipping fee or a discount alone is nothing. */
	readonly isInvoiceable: boolean;
	readonly transfers: readonly Transfer[];
	readonly invoices: readonly InvoiceFacts[];
	readonly supplied: SuppliedTexts;
	readonly mark: OrderMark;
}

export interface OrderCompany extends Named {
	readonly countryId: number | null;
	/** The companies that it is a branch of: with them it is one legal person. */
	readonly aboveIds: readonly number[];
	/** The last days that Odoo's lock dates close to the user; null where they close none. */
	readonly closedUntil: {
		readonly books: string | null;
		/** To documents with a tax. */
		readonly taxes: string | null;
	};
}

/** Two readings of an order have the same text as long as nothing changed that a decision rests on. */
export interface OrderMark {
	/** Of the order, its lines and its moves. */
	readonly order: string;
	/** And of its invoices, drafts included. */
	readonly whole: string;
}

/** What the workflow brought with the item of an order. */
export interface SuppliedTexts {
	/** Says that the goods arrived: a tracking number, a signer's name. */
	readonly proof: string | null;
	/** For the invoice's customer reference, instead of Odoo's own. */
	readonly reference: string | null;
	/** HTML; terms and conditions on the invoice, instead of the order's. */
	readonly narration: string | null;
}

export const NOTHING_SUPPLIED: SuppliedTexts = { proof: null, reference: null, narration: null };

export interface InvoicedCustomer extends Named {
	/** The debtor: the commercial partner of the invoice address. */
	readonly account: Named;
	/** Names of the contact tags of the address and of its debtor. */
	readonly tags: readonly string[];
	readonly street: string | null;
	readonly city: string | null;
	readonly countryId: number | null;
	readonly email: string | null;
	readonly vat: string | null;
	/** The debtor is a company, not a person. */
	readonly isCompany: boolean;
	/** The one company the contact belongs to; null for all. */
	readonly company: Named | null;
	readonly credit: CreditFacts | null;
}

/** The debtor's account in Odoo, in the company's currency. */
export interface CreditFacts {
	readonly receivable: number;
	readonly limit: CreditLimit;
	/** Units of the order's currency for one unit of the company's. */
	readonly rate: number;
}

export interface OrderLineFacts {
	readonly id: number;
	readonly label: string;
	readonly kind: 'goods' | 'service' | 'downPayment';
	/** Odoo's invoicing policy of the product: invoice what is ordered, or what is delivered. */
	readonly invoicedBy: 'ordered' | 'delivered';
	readonly ordered: number;
	readonly delivered: number;
	/** On invoices that are not cancelled, drafts included; credit notes taken off. */
	readonly invoiced: number;
	/** What Odoo would put on the next invoice. */
	readonly toInvoice: number;
	readonly unitPrice: number;
	/** Percent. */
	readonly discount: number;
	/** For the ordered quantity, without tax. */
	readonly subtotal: number;
	/** For the ordered quantity, with tax. */
	readonly total: number;
	readonly product: Named | null;
	readonly unit: Named | null;
	readonly taxes: readonly Named[];
	/** Null when it is not asked for or unknown. */
	readonly listPrice: ListPrice | null;
}

export interface Transfer extends Named {
	readonly direction: 'delivery' | 'return';
	readonly state: 'open' | 'done';
	readonly doneAt: string | null;
	/** The same moment's day in the user's calendar. */
	readonly doneOn: string | null;
	readonly signed: boolean;
	/** Names of the documents that a person or a workflow put there, not a module of a carrier. */
	readonly documents: readonly string[];
	/** What the carrier's field says. */
	readonly carrierStatus: string | null;
	readonly company: Named | null;
}

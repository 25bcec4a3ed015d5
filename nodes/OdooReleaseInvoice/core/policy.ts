/** When an order may be invoiced. */
export type Milestone = 'onOrder' | 'shipped' | 'fullyShipped' | 'proofOfDelivery';

/** What happens to an order that is delivered in parts. */
export type PartialPolicy =
	| { readonly kind: 'eachDelivery' }
	| { readonly kind: 'whenComplete' }
	/** Smaller amounts wait for the next delivery; the last one is invoiced whatever its value. */
	| { readonly kind: 'minimumValue'; readonly value: number };

/** How far two figures may differ. Every limit that is set must hold; with none set they must be equal. */
export interface Tolerance {
	readonly units: number | null;
	readonly percent: number | null;
	/** In the order's currency. */
	readonly amount: number | null;
}

export type ProofSource = 'signature' | 'attachment' | 'carrierStatus' | 'itemField';

export interface ProofPolicy {
	readonly accepted: readonly ProofSource[];
	/** A document is a proof when its name has one of these words. */
	readonly documents: readonly string[];
	/** Technical name of the transfer's field with the carrier's status; null for none. */
	readonly carrierStatusField: string | null;
	/** Values of the carrier's field that mean "delivered". */
	readonly deliveredStatuses: readonly string[];
	/** Days after which a delivery counts as proven; null for never. */
	readonly automaticAfterDays: number | null;
}

export type CustomerField = 'address' | 'email' | 'paymentTerm' | 'vat';

export type InvoiceDateRule = 'today' | 'lastDelivery' | 'endOfMonth';

interface CutOff {
	/** Last day of the closed books; null where only Odoo's lock dates close them. */
	readonly date: string | null;
	readonly then: 'hold' | 'nextDay';
}

export interface InvoicePolicy {
	readonly milestone: Milestone;
	readonly partial: PartialPolicy;
	/** Delivered against ordered, and invoiced against delivered. */
	readonly quantityTolerance: Tolerance;
	/** Unit price after discount on the invoice, against the order and against the pricelist. */
	readonly priceTolerance: Tolerance;
	readonly checksPriceList: boolean;
	readonly requiresTax: boolean;
	readonly fiscalPosition: 'ignore' | 'foreign' | 'always';
	readonly customerFields: readonly CustomerField[];
	readonly holdTags: readonly string[];
	/** Whether the credit check's tags hold goods too that left the house. */
	readonly creditHold: 'invoiceShipped' | 'hold';
	readonly disputeTags: readonly string[];
	readonly holdsOpenReturns: boolean;
	readonly credit: 'off' | 'withinLimit';
	readonly proof: ProofPolicy;
	readonly allowsCreditNotes: boolean;
	readonly downPayments: 'deductLast' | 'deductFirst' | 'hold';
	readonly invoiceDate: InvoiceDateRule;
	readonly cutOff: CutOff;
	/** One invoice for all orders of the same customer, addresses, currency and company. */
	readonly consolidates: boolean;
	/** Even where their payment terms differ. */
	readonly consolidatesTerms: boolean;
}

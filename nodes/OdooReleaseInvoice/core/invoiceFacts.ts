import type { Named } from './named';

/** Amounts are in the invoice's currency, dates `YYYY-MM-DD`, times ISO 8601 in UTC. */
export interface InvoiceFacts {
	readonly id: number;
	readonly number: string | null;
	readonly kind: 'invoice' | 'creditNote';
	readonly state: 'draft' | 'posted';
	/** A credit note's is negative. */
	readonly total: number;
	readonly due: number;
	readonly currency: string;
	readonly company: Named | null;
	readonly customer: Named | null;
	readonly deliveryAddress: Named | null;
	readonly paymentTerm: Named | null;
	readonly fiscalPosition: Named | null;
	/** Every order on it. */
	readonly orderIds: readonly number[];
	readonly date: string | null;
	/** The day in the books. */
	readonly bookedOn: string | null;
	readonly createdAt: string | null;
	readonly sending: 'unsent' | 'queued' | 'sent';
	/** The customer's reference on the invoice. */
	readonly reference: string | null;
	readonly narration: string | null;
	readonly lines: readonly InvoiceLineFacts[];
	/** Lines of a draft that belong to no order. */
	readonly extraLines: number;
}

export interface InvoiceLineFacts {
	readonly orderLineId: number;
	readonly isDownPayment: boolean;
	readonly quantity: number;
	readonly unitPrice: number;
	readonly discount: number;
	readonly product: Named | null;
	readonly unit: Named | null;
	readonly taxes: readonly Named[];
}

/** Why an order is not billed, or what the gate noticed. The codes are stable: workflows and the exception router read them. */
export type ReasonCode =
	| 'alreadyBilled'
	| 'belowMinimumValue'
	| 'billedOverDelivered'
	| 'periodClosed'
	| 'companyDiffers'
	| 'creditLimitExceeded'
	| 'creditNoteNotAllowed'
	| 'currencyDiffers'
	| 'customerDataMissing'
	| 'deliveryIncomplete'
	| 'downPayment'
	| 'downPaymentNotPosted'
	| 'draftDiffers'
	| 'draftNotPosted'
	| 'draftSharedWithHeldOrder'
	| 'fiscalPositionMissing'
	| 'notConfirmed'
	| 'notFullyShipped'
	| 'invoicedNotShipped'
	| 'nothingToBill'
	| 'notShipped'
	| 'openDispute'
	| 'openHold'
	| 'openReturn'
	| 'orderCancelled'
	| 'overDelivered'
	| 'priceDiffersFromOrder'
	| 'priceDiffersFromPriceList'
	| 'priceListUnknown'
	| 'proofOfDeliveryMissing'
	| 'quantityMismatch'
	| 'refundedBefore'
	| 'sendingRefused'
	| 'shippedNotInvoiced'
	| 'taxMissing';

export interface Reason {
	readonly code: ReasonCode;
	/** For people: what is so, with its figures. */
	readonly message: string;
	readonly figures?: { readonly [name: string]: string | number | null };
}

export const reason = (code: ReasonCode, message: string, figures?: Reason['figures']): Reason =>
	figures ? { code, message, figures } : { code, message };

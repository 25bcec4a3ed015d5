/** Records whose last writes the trigger reads; a checkpoint keeps the position of each under this name. */
export type WrittenSource = 'order' | 'tracked' | 'delivery' | 'invoice' | 'payment' | 'credit';
/** Records that become due by the clock. */
export type ClockSource = 'lateDelivery' | 'overdueInvoice';

interface EventDefinition {
	readonly label: string;
	readonly description: string;
	/** Where it shows. */
	readonly source: WrittenSource | ClockSource;
}

/** What the trigger can report about an order, by the value that is stored in workflows. */
export const EVENT_TYPES = {
	orderConfirmed: {
		label: 'Order Confirmed',
		description: 'A quotation became a sales order',
		source: 'order',
	},
	quotationSent: {
		label: 'Quotation Sent',
		description: 'A quotation was sent to the customer',
		source: 'order',
	},
	orderCancelled: {
		label: 'Order Cancelled',
		description: 'A quotation or sales order was cancelled',
		source: 'order',
	},
	orderChanged: {
		label: 'Order Changed',
		description: 'A watched field of a sales order was changed',
		source: 'tracked',
	},
	holdReleased: {
		label: 'Hold Released',
		description: 'The hold tag was removed from an order',
		source: 'tracked',
	},
	reservationFailed: {
		label: 'Stock Reservation Failed',
		description: 'A delivery is past its scheduled date or lacks stock',
		source: 'lateDelivery',
	},
	deliveryDone: {
		label: 'Delivery Done',
		description: 'A delivery was shipped, in part or in full',
		source: 'delivery',
	},
	invoicePosted: {
		label: 'Invoice Posted',
		description: 'A customer invoice was posted',
		source: 'invoice',
	},
	invoicePaid: {
		label: 'Invoice Paid',
		description: 'A customer invoice was paid, in part or in full',
		source: 'payment',
	},
	invoiceOverdue: {
		label: 'Invoice Overdue',
		description: 'A customer invoice is still unpaid a number of days after its due date',
		source: 'overdueInvoice',
	},
	creditLimitExceeded: {
		label: 'Credit Limit Exceeded',
		description: 'A confirmed order takes its customer above the credit limit',
		source: 'credit',
	},
} as const satisfies { readonly [type: string]: EventDefinition };

export type EventType = keyof typeof EVENT_TYPES;

export const isEventType = (value: string): value is EventType => Object.hasOwn(EVENT_TYPES, value);

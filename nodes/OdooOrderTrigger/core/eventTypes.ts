/** What the trigger can tell about an order: the label and what it means, by the value that is stored in workflows. */
export const EVENT_TYPES = {
	orderConfirmed: { label: 'Order Confirmed', meaning: 'A quotation became a sales order' },
	quotationSent: { label: 'Quotation Sent', meaning: 'A quotation was sent to the customer' },
	orderCancelled: { label: 'Order Cancelled', meaning: 'A quotation or sales order was cancelled' },
	orderChanged: {
		label: 'Order Changed',
		meaning: 'A watched field of a sales order got another value',
	},
	holdReleased: { label: 'Hold Released', meaning: 'The hold tag was taken off an order' },
	reservationFailed: {
		label: 'Stock Reservation Failed',
		meaning: 'A delivery is past its scheduled date or lacks stock',
	},
	deliveryDone: { label: 'Delivery Done', meaning: 'A delivery was shipped, partly or in full' },
	invoicePosted: { label: 'Invoice Posted', meaning: 'A customer invoice was posted' },
	invoicePaid: { label: 'Invoice Paid', meaning: 'A customer invoice was paid, partly or in full' },
	invoiceOverdue: {
		label: 'Invoice Overdue',
		meaning: 'A customer invoice is unpaid so many days after its due date',
	},
	creditLimitExceeded: {
		label: 'Credit Limit Exceeded',
		meaning: 'Open orders take a customer above the credit limit',
	},
} as const satisfies {
	readonly [type: string]: { readonly label: string; readonly meaning: string };
};

export type EventType = keyof typeof EVENT_TYPES;

export const isEventType = (value: string): value is EventType => Object.hasOwn(EVENT_TYPES, value);

import type { AllocationStatus, LineReason, OrderReason } from './result';

export const STATUS_TEXT = {
	allocated: 'Stock allocated',
	partiallyAllocated: 'Stock partially allocated',
	short: 'Stock short',
} as const satisfies Record<AllocationStatus, string>;

export const ORDER_REASON_TEXT = {
	nothingToDeliver: 'Nothing is left to deliver from stock.',
	notConfirmed: 'The order is a quotation: confirm it first.',
	cancelled: 'The order is cancelled.',
} as const satisfies Record<OrderReason, string>;

export const LINE_REASON_TEXT = {
	customerCap: 'the customer has its share of this stock',
	givesUp: 'gives its stock to the other orders',
	keepsWhatItHas: 'keeps what it has and gets no more',
	lot: 'what is left is less than a whole lot',
	minimumFill: 'too little of the order for a shipment',
	minimumValue: 'too little value for a shipment',
	noStock: 'not enough stock',
	otherWarehouse: 'another warehouse has it, which takes a transfer of its own',
	othersFirst: 'the stock went to orders before it',
	shipComplete: 'the order ships complete or not at all',
	splitLimit: 'would need another place to ship from',
	takenMeanwhile: 'somebody else reserved the stock meanwhile',
	waitsForOtherDocument: 'waits for another document (previous step, purchase or production)',
} as const satisfies Record<LineReason, string>;

import type { Refusal } from './sign';
import type { CaseCode } from './taxonomy';

type CaseByCode = { readonly [code: string]: CaseCode };

/** Reasons of Odoo Credit Check. */
const CREDIT: CaseByCode = {
	customer_on_hold: 'CREDIT_HOLD',
	order_on_hold: 'CREDIT_HOLD',
	no_credit: 'CREDIT_NO_LIMIT',
	limit_exceeded: 'CREDIT_LIMIT',
	group_limit_exceeded: 'CREDIT_LIMIT',
	limit_not_managed: 'CREDIT_DATA',
	overdue_days: 'CREDIT_OVERDUE',
	overdue_amount: 'CREDIT_OVERDUE',
	overdue_share: 'CREDIT_OVERDUE',
	document_value: 'CREDIT_ORDER_VALUE',
	new_customer_cap: 'CREDIT_NEW_CUSTOMER',
	first_order: 'CREDIT_NEW_CUSTOMER',
	terms_changed: 'CREDIT_TERMS',
	missing_data: 'CREDIT_DATA',
	slow_payer: 'CREDIT_RISK',
	broken_promises: 'CREDIT_RISK',
	dispute_open: 'CREDIT_DISPUTE',
	order_cancelled: 'INTAKE_STATE',
	release_not_allowed: 'CREDIT_HOLD',
};

/**
 * Reasons of Odoo Allocate Stock, of a line or of the whole order. `noStock` is not here: the allocation's status says
 * whether it left the order partial or empty.
 */
const ALLOCATION: CaseByCode = {
	othersFirst: 'STOCK_LOST_TO_PRIORITY',
	otherWarehouse: 'STOCK_OTHER_WAREHOUSE',
	customerCap: 'STOCK_LOST_TO_PRIORITY',
	givesUp: 'STOCK_LOST_TO_PRIORITY',
	keepsWhatItHas: 'STOCK_LOST_TO_PRIORITY',
	lot: 'STOCK_POLICY',
	minimumFill: 'STOCK_POLICY',
	minimumValue: 'STOCK_POLICY',
	shipComplete: 'STOCK_POLICY',
	splitLimit: 'STOCK_POLICY',
	takenMeanwhile: 'STOCK_RESERVATION',
	waitsForOtherDocument: 'STOCK_RESERVATION',
	nothingToDeliver: 'STOCK_DATA',
	notConfirmed: 'INTAKE_STATE',
	cancelled: 'INTAKE_STATE',
};

/** Reasons of Odoo Release Invoice. */
const INVOICE: CaseByCode = {
	alreadyBilled: 'INVOICE_NOTHING',
	belowMinimumValue: 'SHIP_NOT_DELIVERED',
	billedOverDelivered: 'INVOICE_QUANTITY',
	companyDiffers: 'INVOICE_CUSTOMER_DATA',
	creditLimitExceeded: 'CREDIT_LIMIT',
	creditNoteNotAllowed: 'INVOICE_CREDIT_NOTE',
	currencyDiffers: 'INVOICE_CUSTOMER_DATA',
	customerDataMissing: 'INVOICE_CUSTOMER_DATA',
	deliveryIncomplete: 'SHIP_NOT_DELIVERED',
	downPayment: 'INVOICE_DOWN_PAYMENT',
	downPaymentNotPosted: 'INVOICE_DOWN_PAYMENT',
	draftDiffers: 'INVOICE_DRAFT',
	draftNotPosted: 'INVOICE_DRAFT',
	draftSharedWithHeldOrder: 'INVOICE_DRAFT',
	fiscalPositionMissing: 'INVOICE_TAX',
	invoicedNotShipped: 'INVOICE_QUANTITY',
	notConfirmed: 'INTAKE_STATE',
	notFullyShipped: 'SHIP_NOT_DELIVERED',
	nothingToBill: 'INVOICE_NOTHING',
	notShipped: 'SHIP_NOT_DELIVERED',
	openDispute: 'DISPUTE_OTHER',
	openHold: 'INVOICE_HOLD',
	openReturn: 'SHIP_RETURN',
	orderCancelled: 'INTAKE_STATE',
	overDelivered: 'INVOICE_QUANTITY',
	periodClosed: 'INVOICE_DATE',
	priceDiffersFromOrder: 'INVOICE_PRICE',
	priceDiffersFromPriceList: 'INVOICE_PRICE',
	priceListUnknown: 'INVOICE_PRICE',
	proofOfDeliveryMissing: 'SHIP_PROOF',
	quantityMismatch: 'INVOICE_QUANTITY',
	refundedBefore: 'INVOICE_CREDIT_NOTE',
	sendingRefused: 'INVOICE_REFUSED',
	shippedNotInvoiced: 'INVOICE_LATE',
	taxMissing: 'INVOICE_TAX',
};

const CASES = {
	credit: CREDIT,
	allocation: ALLOCATION,
	invoice: INVOICE,
} as const satisfies Record<Refusal['source'], CaseByCode>;

const OTHERS = {
	credit: 'CREDIT_OTHER',
	allocation: 'STOCK_OTHER',
	invoice: 'INVOICE_OTHER',
} as const satisfies Record<Refusal['source'], CaseCode>;

const lookUp = (cases: CaseByCode, code: string): CaseCode | undefined =>
	Object.hasOwn(cases, code) ? cases[code] : undefined;

/** A reason code that is not in the table, a newer node's or somebody's own, falls into the stage's OTHER. */
export const caseOfReason = (source: Refusal['source'], reasonCode: string): CaseCode =>
	lookUp(CASES[source], reasonCode) ?? OTHERS[source];

export const otherCaseOf = (source: Refusal['source']): CaseCode => OTHERS[source];

/** Labels of the default set of Odoo AI Classify. A label of the workflow's own falls into OTHER. */
const CASE_OF_LABEL: CaseByCode = {
	dispute_pricing: 'DISPUTE_PRICING',
	dispute_shortage: 'DISPUTE_SHORTAGE',
	dispute_damaged: 'DISPUTE_DAMAGED',
	dispute_duplicate: 'DISPUTE_DUPLICATE',
	return_request: 'SHIP_RETURN',
	complaint_delivery: 'SHIP_LATE',
	complaint_service: 'DISPUTE_SERVICE',
	remittance_advice: 'CASH_REMITTANCE',
	promise_to_pay: 'CASH_PROMISE',
	order_change: 'INTAKE_CHANGE',
	order_cancellation: 'INTAKE_CANCELLATION',
	delivery_instruction: 'SHIP_INSTRUCTION',
	no_action: 'INTAKE_OTHER',
};

export const caseOfLabel = (label: string): CaseCode =>
	lookUp(CASE_OF_LABEL, label) ?? 'INTAKE_OTHER';

/** Failures of the Odoo client, by class. A refusal by Odoo depends on what was called. */
const CASE_OF_CLASS: CaseByCode = {
	accessDenied: 'INTEGRATION_ACCESS',
	missingRecord: 'INTEGRATION_MISSING',
	conflict: 'INTEGRATION_CONFLICT',
	unreachable: 'INTEGRATION_UNREACHABLE',
	outcomeUnknown: 'INTEGRATION_OUTCOME_UNKNOWN',
	server: 'INTEGRATION_SERVER',
	input: 'INTEGRATION_INPUT',
	unexpected: 'INTEGRATION_OTHER',
};

const REFUSED_BY_MODEL: readonly (readonly [model: RegExp, code: CaseCode])[] = [
	[/^(account|sale\.advance\.payment\.inv)/, 'INVOICE_REFUSED'],
	[/^stock/, 'STOCK_REFUSED'],
	[/^sale/, 'INTAKE_REFUSED'],
];

export const caseOfFailure = (failureClass: string, call: string | null): CaseCode =>
	failureClass === 'validation'
		? (REFUSED_BY_MODEL.find(([pattern]) => pattern.test(call ?? ''))?.[1] ?? 'INTEGRATION_REFUSED')
		: (lookUp(CASE_OF_CLASS, failureClass) ?? 'INTEGRATION_OTHER');

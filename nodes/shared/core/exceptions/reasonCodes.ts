import type { Refusal } from './sign';
import type { CaseCode } from './taxonomy';

/** The first pattern that a reason code matches (upper case, words joined by `_`) names the case; else the stage's OTHER. */
type Patterns = readonly (readonly [RegExp, CaseCode])[];

const CREDIT: Patterns = [
	[/DISPUTE/, 'CREDIT_DISPUTE'],
	[/MISSING|UNKNOWN|CURRENCY|RATE|DATA|NOT_MANAGED|ARCHIVED/, 'CREDIT_DATA'],
	[/NO_CREDIT|NO_LIMIT|ZERO_LIMIT|LIMIT_ZERO|LIMIT_EXPIRED/, 'CREDIT_NO_LIMIT'],
	[/NEW_CUSTOMER|FIRST_ORDER/, 'CREDIT_NEW_CUSTOMER'],
	[
		/DOCUMENT_VALUE|ORDER_VALUE|MAX(IMUM)?_(ORDER|DOCUMENT|VALUE)|ORDER_TOTAL/,
		'CREDIT_ORDER_VALUE',
	],
	[/TERMS/, 'CREDIT_TERMS'],
	[/OVERDUE|PAST_DUE|DUNNING|OLDEST/, 'CREDIT_OVERDUE'],
	[/LIMIT|EXPOSURE|HEADROOM|UTILI[SZ]ATION/, 'CREDIT_LIMIT'],
	[/RISK|PROMISE|DAYS_TO_PAY|BEHAVIOU?R|TRUST|SLOW_PAYER|BAD_DEBTOR/, 'CREDIT_RISK'],
	[/HOLD|BLOCK|FLAG/, 'CREDIT_HOLD'],
];

const ALLOCATION: Patterns = [
	[/DISCONTINUED|INACTIVE|ARCHIVED/, 'STOCK_DISCONTINUED'],
	[/SUBSTITUT/, 'STOCK_SUBSTITUTE'],
	[
		/SHIP_COMPLETE|COMPLETE|MIN(IMUM)?_FILL|MULTIPLE|LOT_SIZE|SPLIT|WHOLE|ALL_OR_NOTHING/,
		'STOCK_POLICY',
	],
	[/PRIORITY|PROTECTED|CAP|SHARE|COMPET|TAKEN/, 'STOCK_LOST_TO_PRIORITY'],
	[/RESERV|OVER_RESERVED|NOT_APPLIED|CHANGED/, 'STOCK_RESERVATION'],
	[
		/UNIT|DATA|MISSING|UNKNOWN|NO_WAREHOUSE|NO_PRODUCT|NO_TRANSFER|NO_DELIVERY|NOT_CONFIRMED/,
		'STOCK_DATA',
	],
	[/PARTIAL/, 'STOCK_PARTIAL'],
	[/SHORT|NO_STOCK|OUT_OF_STOCK|UNAVAILABLE|NO_SUPPLY|SCARCE|INSUFFICIENT/, 'STOCK_SHORT'],
];

const INVOICE: Patterns = [
	[/PROOF|POD|SIGNATURE/, 'SHIP_PROOF'],
	[/DOWN_?PAYMENT|PREPAY|ADVANCE/, 'INVOICE_DOWN_PAYMENT'],
	[/RETURN|NEGATIVE|REFUND|CREDIT_NOTE/, 'INVOICE_CREDIT_NOTE'],
	[/DISPUTE/, 'DISPUTE_OTHER'],
	[/CREDIT/, 'CREDIT_OTHER'],
	[/TAX|FISCAL/, 'INVOICE_TAX'],
	[/PRICE|DISCOUNT/, 'INVOICE_PRICE'],
	[/ADDRESS|VAT|CUSTOMER|PARTNER|TERM|DATA|MISSING_(?!DELIVERY)/, 'INVOICE_CUSTOMER_DATA'],
	[/DRAFT|NOT_POSTED|UNPOSTED/, 'INVOICE_DRAFT'],
	[/CUT_?OFF|DATE|PERIOD|LOCK/, 'INVOICE_DATE'],
	[
		/NOT_(YET_|FULLY_)?(DELIVERED|SHIPPED)|UNDELIVERED|PARTIAL|BELOW|INCOMPLETE|WAIT|MILESTONE|NOTHING_DELIVERED|OPEN_DELIVER/,
		'SHIP_NOT_DELIVERED',
	],
	[/QUANTIT|TOLERANCE|OVER_?DELIVER|MISMATCH|OVER_?INVOIC|AMOUNT/, 'INVOICE_QUANTITY'],
	[/REFUSED|REJECTED/, 'INVOICE_REFUSED'],
	[/HOLD|BLOCK|FLAG|TAG/, 'INVOICE_HOLD'],
];

const PATTERNS = {
	credit: CREDIT,
	allocation: ALLOCATION,
	invoice: INVOICE,
} as const satisfies Record<Refusal['source'], Patterns>;

const OTHERS = {
	credit: 'CREDIT_OTHER',
	allocation: 'STOCK_OTHER',
	invoice: 'INVOICE_OTHER',
} as const satisfies Record<Refusal['source'], CaseCode>;

/** `overLimit`, `over-limit` and `OVER_LIMIT` are the same word. */
const normal = (code: string): string =>
	code
		.replace(/([a-z0-9])([A-Z])/g, '$1_$2')
		.replace(/[^A-Za-z0-9]+/g, '_')
		.toUpperCase();

export const caseOfReason = (source: Refusal['source'], reasonCode: string): CaseCode =>
	PATTERNS[source].find(([pattern]) => pattern.test(normal(reasonCode)))?.[1] ?? OTHERS[source];

/** Labels of the default set of Odoo AI Classify. A label of the workflow's own falls into OTHER. */
export const CASE_OF_LABEL: { readonly [label: string]: CaseCode } = {
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

/** Failures of the Odoo client, by class. A refusal by Odoo depends on what was called. */
const CASE_OF_CLASS: { readonly [failureClass: string]: CaseCode } = {
	accessDenied: 'INTEGRATION_ACCESS',
	missingRecord: 'INTEGRATION_MISSING',
	conflict: 'INTEGRATION_CONFLICT',
	unreachable: 'INTEGRATION_UNREACHABLE',
	outcomeUnknown: 'INTEGRATION_OUTCOME_UNKNOWN',
	server: 'INTEGRATION_SERVER',
	input: 'INTEGRATION_INPUT',
	unexpected: 'INTEGRATION_OTHER',
};

const REFUSED_BY_MODEL: Patterns = [
	[/^(account|sale\.advance\.payment\.inv)/, 'INVOICE_REFUSED'],
	[/^stock/, 'STOCK_REFUSED'],
	[/^sale/, 'INTAKE_REFUSED'],
];

export const caseOfFailure = (failureClass: string, call: string | null): CaseCode =>
	failureClass === 'validation'
		? (REFUSED_BY_MODEL.find(([pattern]) => pattern.test(call ?? ''))?.[1] ?? 'INTEGRATION_REFUSED')
		: (CASE_OF_CLASS[failureClass] ?? 'INTEGRATION_OTHER');

import type { OwnerRole } from './roles';

/**
 * The closed list of cases: stage × cause. Names follow the reason codes of the trade (EDI 855 line status, JD Edwards
 * and retailer deduction codes, SAP credit and billing blocks). Every stage ends in its OTHER, and what belongs to no
 * stage is `OTHER`, so each exception has exactly one code.
 */

export const STAGES = [
	'intake',
	'price',
	'credit',
	'stock',
	'ship',
	'invoice',
	'dispute',
	'cash',
	'integration',
	'other',
] as const;
export type Stage = (typeof STAGES)[number];

/** What has to be put right: a trade decision, the machinery, or the records. */
export const KINDS = ['business', 'technical', 'data'] as const;
export type CaseKind = (typeof KINDS)[number];

/** What the case does to the order. */
export const CATEGORIES = [
	'blocked',
	'delayed',
	'incorrect',
	'disputed',
	'requested',
	'failed',
] as const;
export type CaseCategory = (typeof CATEGORIES)[number];

/** Most severe first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface CaseType {
	readonly stage: Stage;
	readonly kind: CaseKind;
	readonly category: CaseCategory;
	readonly owner: OwnerRole;
	readonly severity: Severity;
	/** Working hours from opening to the deadline. */
	readonly slaHours: number;
	/** Completes "S00042: …". */
	readonly title: string;
	/** What the owner can do. */
	readonly advice: string;
}

const inStage =
	(stage: Stage) =>
	(
		kind: CaseKind,
		category: CaseCategory,
		owner: OwnerRole,
		severity: Severity,
		slaHours: number,
		title: string,
		advice: string,
	): CaseType => ({ stage, kind, category, owner, severity, slaHours, title, advice });

const intake = inStage('intake');
const price = inStage('price');
const credit = inStage('credit');
const stock = inStage('stock');
const ship = inStage('ship');
const invoice = inStage('invoice');
const dispute = inStage('dispute');
const cash = inStage('cash');
const integration = inStage('integration');
const other = inStage('other');

// prettier-ignore
export const TAXONOMY = {
	INTAKE_ADDRESS: intake('data', 'incorrect', 'customerService', 'medium', 8, 'address incomplete', 'Complete the delivery or invoice address with the customer.'),
	INTAKE_CANCELLATION: intake('business', 'requested', 'sales', 'high', 4, 'customer asks to cancel', 'Confirm with the customer, then cancel the order or the open remainder before it ships.'),
	INTAKE_CHANGE: intake('business', 'requested', 'customerService', 'medium', 8, 'customer asks for a change', 'Agree the change with the customer and update the order before it ships.'),
	INTAKE_DUPLICATE: intake('business', 'incorrect', 'customerService', 'high', 4, 'possible duplicate order', 'Compare with the other order of the same customer reference; cancel one of them.'),
	INTAKE_MISSING_DATA: intake('data', 'incorrect', 'customerService', 'medium', 8, 'order data missing', 'Fill in what is missing on the order or the customer.'),
	INTAKE_REFUSED: intake('business', 'failed', 'sales', 'medium', 8, 'Odoo refused a change of the order', "Read Odoo's reason, correct the order, then run the step again."),
	INTAKE_STATE: intake('business', 'incorrect', 'sales', 'low', 8, 'order is cancelled or not confirmed', 'Confirm the order, or leave it as it is and close this case.'),
	INTAKE_UNCLEAR_TEXT: intake('business', 'requested', 'customerService', 'low', 16, 'text about the order needs a reader', 'Read the text and decide what the customer wants.'),
	INTAKE_OTHER: intake('business', 'blocked', 'customerService', 'medium', 8, 'order needs attention', 'Look at the order and its notes.'),
	PRICE_DEVIATION: price('business', 'incorrect', 'sales', 'medium', 8, 'price differs from what was agreed', 'Compare with the pricelist or quotation and correct or approve the price.'),
	PRICE_DISCOUNT: price('business', 'blocked', 'sales', 'medium', 8, 'discount outside policy', 'Approve the discount or correct it.'),
	PRICE_TERMS: price('business', 'blocked', 'sales', 'medium', 8, "payment terms differ from the customer's", 'Approve the terms or put the agreed ones back.'),
	PRICE_OTHER: price('business', 'incorrect', 'sales', 'medium', 8, 'price question', 'Look at prices, discounts and terms of the order.'),
	CREDIT_DATA: credit('data', 'blocked', 'finance', 'medium', 8, 'credit data missing', 'Complete the credit data of the customer, then run the credit check again.'),
	CREDIT_DISPUTE: credit('business', 'blocked', 'finance', 'high', 4, 'open dispute on the account', 'Settle the dispute or release the order by hand.'),
	CREDIT_HOLD: credit('business', 'blocked', 'finance', 'high', 4, 'account on hold', 'Clear the hold on the customer or release this order.'),
	CREDIT_LIMIT: credit('business', 'blocked', 'finance', 'high', 4, 'credit limit exceeded', 'Collect open invoices, raise the limit, or release this order.'),
	CREDIT_NEW_CUSTOMER: credit('business', 'blocked', 'finance', 'medium', 8, 'new customer above its cap', 'Check the customer and set a limit, or ask for payment in advance.'),
	CREDIT_NO_LIMIT: credit('business', 'blocked', 'finance', 'high', 4, 'no credit granted', 'Grant a limit or ask for payment in advance.'),
	CREDIT_ORDER_VALUE: credit('business', 'blocked', 'finance', 'medium', 8, 'order value above the allowed maximum', 'Approve the order or split it.'),
	CREDIT_OVERDUE: credit('business', 'blocked', 'finance', 'high', 4, 'invoices overdue', 'Ask the customer to pay the overdue invoices, or release this order.'),
	CREDIT_RISK: credit('business', 'blocked', 'finance', 'medium', 8, 'payment behaviour or risk class', "Review the customer's payment record and decide."),
	CREDIT_TERMS: credit('business', 'blocked', 'finance', 'medium', 8, 'payment terms need approval', 'Approve the terms or put the agreed ones back.'),
	CREDIT_OTHER: credit('business', 'blocked', 'finance', 'medium', 8, 'credit decision needed', 'Read the reasons of the credit check and decide.'),
	STOCK_DATA: stock('data', 'incorrect', 'warehouse', 'medium', 8, 'stock data missing', 'Correct the product, unit or warehouse data.'),
	STOCK_DISCONTINUED: stock('business', 'delayed', 'sales', 'high', 4, 'product no longer available', 'Offer the customer a substitute or cancel the line.'),
	STOCK_LOST_TO_PRIORITY: stock('business', 'delayed', 'sales', 'medium', 8, 'stock went to orders of higher priority', 'Tell the customer the expected date, or raise the priority of the order.'),
	STOCK_OTHER_WAREHOUSE: stock('business', 'delayed', 'warehouse', 'medium', 8, 'goods are in another warehouse', 'Transfer the goods, or deliver from the other warehouse.'),
	STOCK_PARTIAL: stock('business', 'delayed', 'warehouse', 'medium', 8, 'only part of the order is in stock', 'Ship what there is or wait; confirm the date of the rest.'),
	STOCK_POLICY: stock('business', 'blocked', 'warehouse', 'medium', 8, 'shipping rule keeps the order back', 'Wait for the rest of the goods, or allow a partial delivery.'),
	STOCK_REFUSED: stock('business', 'failed', 'warehouse', 'medium', 8, 'Odoo refused a stock operation', "Read Odoo's reason, correct the transfer, then run the step again."),
	STOCK_RESERVATION: stock('technical', 'blocked', 'warehouse', 'high', 4, 'stock could not be reserved as planned', 'Check the reservation of the transfer in Odoo.'),
	STOCK_SHORT: stock('business', 'delayed', 'warehouse', 'high', 4, 'no stock for the order', 'Find or replenish the goods and give a date.'),
	STOCK_SUBSTITUTE: stock('business', 'delayed', 'sales', 'medium', 8, 'substitute to be offered', 'Offer the customer the proposed substitute.'),
	STOCK_OTHER: stock('business', 'delayed', 'warehouse', 'medium', 8, 'stock question', 'Look at the lines and their transfers.'),
	SHIP_INSTRUCTION: ship('business', 'requested', 'warehouse', 'low', 8, 'delivery instruction of the customer', 'Follow the instruction or tell customer service why not.'),
	SHIP_LATE: ship('business', 'delayed', 'customerService', 'high', 4, 'delivery late or not arrived', 'Trace the delivery and tell the customer the new date.'),
	SHIP_NOT_DELIVERED: ship('business', 'delayed', 'warehouse', 'medium', 8, 'goods not delivered yet', 'Deliver and validate the transfer, then the order can be invoiced.'),
	SHIP_PROOF: ship('business', 'blocked', 'warehouse', 'medium', 8, 'proof of delivery missing', 'Get the signature or attach the proof to the transfer.'),
	SHIP_RETURN: ship('business', 'disputed', 'warehouse', 'medium', 8, 'goods come back', 'Receive the return and check the goods.'),
	SHIP_OTHER: ship('business', 'delayed', 'warehouse', 'medium', 8, 'delivery question', 'Look at the transfers of the order.'),
	INVOICE_CREDIT_NOTE: invoice('business', 'blocked', 'finance', 'medium', 8, 'credit note to be decided', 'Check the returned quantities and issue the credit note.'),
	INVOICE_CUSTOMER_DATA: invoice('data', 'incorrect', 'finance', 'medium', 8, 'customer data incomplete for invoicing', 'Complete address, tax number or payment term of the customer.'),
	INVOICE_DATE: invoice('business', 'blocked', 'finance', 'medium', 8, 'invoice date or period', 'Choose a date in an open period.'),
	INVOICE_DOWN_PAYMENT: invoice('business', 'blocked', 'finance', 'medium', 8, 'down payment to be settled', 'Check the down payment and invoice the rest by hand.'),
	INVOICE_DRAFT: invoice('business', 'delayed', 'finance', 'medium', 8, 'draft invoice not posted', 'Check the draft and post it.'),
	INVOICE_HOLD: invoice('business', 'blocked', 'finance', 'medium', 8, 'invoice on hold', 'Clear the hold, then run the release again.'),
	INVOICE_LATE: invoice('business', 'delayed', 'finance', 'high', 4, 'shipped and not invoiced', 'Release the invoice, or clear what holds it.'),
	INVOICE_NOTHING: invoice('business', 'requested', 'finance', 'low', 16, 'nothing to invoice', 'Check whether the order was invoiced before or has nothing to bill.'),
	INVOICE_PRICE: invoice('business', 'incorrect', 'finance', 'medium', 8, 'invoice price differs from the order', 'Correct the price on the order or approve the difference.'),
	INVOICE_QUANTITY: invoice('business', 'incorrect', 'finance', 'medium', 8, 'ordered, delivered and invoiced quantities differ', 'Find out which quantity is right and correct the order or the delivery.'),
	INVOICE_REFUSED: invoice('business', 'failed', 'finance', 'high', 4, 'Odoo refused the invoice', "Read Odoo's reason, correct the order or its accounts, then run the step again."),
	INVOICE_TAX: invoice('data', 'incorrect', 'finance', 'medium', 8, 'tax or fiscal position missing', 'Set the taxes of the lines and the fiscal position.'),
	INVOICE_OTHER: invoice('business', 'blocked', 'finance', 'medium', 8, 'invoice held back', 'Read the reasons of the release and decide.'),
	DISPUTE_DAMAGED: dispute('business', 'disputed', 'customerService', 'high', 8, 'goods damaged or faulty', 'Ask for pictures, then replace, take back or credit.'),
	DISPUTE_DUPLICATE: dispute('business', 'disputed', 'finance', 'high', 8, 'customer was billed twice', 'Compare the invoices and credit the duplicate.'),
	DISPUTE_PRICING: dispute('business', 'disputed', 'sales', 'high', 8, 'customer disputes the price', 'Compare with what was agreed and correct or explain the price.'),
	DISPUTE_SERVICE: dispute('business', 'disputed', 'customerService', 'medium', 8, 'complaint', 'Answer the customer.'),
	DISPUTE_SHORTAGE: dispute('business', 'disputed', 'warehouse', 'high', 8, 'customer reports missing or wrong goods', 'Compare the delivery with the order and send or credit the difference.'),
	DISPUTE_OTHER: dispute('business', 'disputed', 'customerService', 'medium', 8, 'customer disputes the order or invoice', 'Find out what is disputed and hand it to who can settle it.'),
	CASH_PROMISE: cash('business', 'requested', 'finance', 'low', 16, 'customer promises to pay', 'Record the promised date and amount.'),
	CASH_REMITTANCE: cash('business', 'requested', 'finance', 'low', 16, 'remittance advice', 'Match the payment to the invoices it names.'),
	CASH_SHORT_PAYMENT: cash('business', 'disputed', 'finance', 'medium', 8, 'payment less than invoiced', 'Ask for the reason of the deduction.'),
	CASH_OTHER: cash('business', 'requested', 'finance', 'medium', 16, 'payment question', 'Look at the payments of the customer.'),
	INTEGRATION_ACCESS: integration('technical', 'failed', 'integration', 'high', 4, 'Odoo refused access', 'Check the API key, the company and the rights of the integration user.'),
	INTEGRATION_CONFLICT: integration('technical', 'failed', 'integration', 'medium', 8, 'records changed at the same moment', 'Run the item again.'),
	INTEGRATION_INPUT: integration('technical', 'failed', 'integration', 'medium', 8, 'item could not be read', 'Correct the step before this one in the workflow.'),
	INTEGRATION_MISSING: integration('technical', 'failed', 'integration', 'medium', 8, 'a record is gone or hidden', "Check whether it was deleted, and the integration user's rights."),
	INTEGRATION_NO_ORDER: integration('technical', 'failed', 'integration', 'medium', 8, 'no sales order to put the case on', 'Find the order by the data of the item.'),
	INTEGRATION_OUTCOME_UNKNOWN: integration('technical', 'failed', 'integration', 'high', 4, "Odoo's answer was lost", 'Run the item again: what was done is found and not repeated.'),
	INTEGRATION_REFUSED: integration('technical', 'failed', 'integration', 'medium', 8, 'Odoo refused a step', "Read Odoo's reason, correct the record, then run the item again."),
	INTEGRATION_SERVER: integration('technical', 'failed', 'integration', 'high', 4, 'Odoo reported an internal error', "Look at Odoo's log at the time of the call."),
	INTEGRATION_UNREACHABLE: integration('technical', 'failed', 'integration', 'critical', 2, 'Odoo was not reachable', 'Check that Odoo is running, then run the item again.'),
	INTEGRATION_OTHER: integration('technical', 'failed', 'integration', 'high', 4, 'unexpected failure in the workflow', 'Look at the execution in n8n.'),
	OTHER: other('business', 'blocked', 'customerService', 'medium', 8, 'order needs attention', 'Look at the order and decide whose case it is.'),
} satisfies Readonly<Record<string, CaseType>>;

export type CaseCode = keyof typeof TAXONOMY;

export const isCaseCode = (code: string): code is CaseCode => Object.hasOwn(TAXONOMY, code);

/** In alphabetical order. */
export const CASE_CODES: readonly CaseCode[] = Object.keys(TAXONOMY).filter(isCaseCode).sort();

/** The more severe of two, the first when they are equal. */
export const bySeverity = (a: CaseCode, b: CaseCode): CaseCode =>
	SEVERITIES.indexOf(TAXONOMY[b].severity) < SEVERITIES.indexOf(TAXONOMY[a].severity) ? b : a;

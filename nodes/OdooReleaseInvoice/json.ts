import type { IDataObject } from 'n8n-workflow';

import { gateEvidence } from './core/evidence';
import type { InvoiceFacts } from './core/invoiceFacts';
import type { InvoicePolicy } from './core/policy';
import { totalQuantities } from './core/quantities';
import type { Reason } from './core/reason';
import type { Mismatch } from './core/reconcile';
import type { DecidedOrder } from './core/sharedDrafts';
import { OUTPUT } from './outputs';

/** What a run knows beside the order. */
interface RunFacts {
	readonly today: string;
	/** When Odoo was read, ISO 8601. */
	readonly asOf: string;
	readonly dryRun: boolean;
}

/** The key `invoice` of an item that asked for release. Amounts in the order's currency; a credit note's are negative. */
export const releaseJson = (
	{ order, policy, decision }: DecidedOrder,
	{ today, asOf, dryRun }: RunFacts,
): IDataObject => {
	const gate = gateEvidence(order, policy, today);
	return {
		decision: OUTPUT[decision.kind].decision,
		reasons: reasonsJson(decision.reasons),
		invoices: invoicesJson(order.invoices),
		currency: order.currency,
		gate: { ...gate, proof: gate.proof.map((proof) => ({ ...proof })) },
		policy: policyJson(policy),
		asOf,
		dryRun,
	};
};

/** The key `invoice` of an order whose shipments and invoices do not agree. */
export const mismatchJson = ({ order, reasons }: Mismatch, asOf: string): IDataObject => ({
	decision: 'heldForReview',
	reasons: reasonsJson(reasons),
	invoices: invoicesJson(order.invoices),
	currency: order.currency,
	gate: { ...totalQuantities(order), proof: [] },
	asOf,
});

/** The key `reconciliation` of the input items: how many order lines were compared, and how many orders do not agree. */
export const reconciliationJson = (
	lines: number,
	mismatches: number,
	asOf: string,
): IDataObject => ({
	lines,
	mismatches,
	asOf,
});

const reasonsJson = (reasons: readonly Reason[]): IDataObject[] =>
	reasons.map(({ code, message, figures }) => ({ code, message, figures: { ...figures } }));

const invoicesJson = (invoices: readonly InvoiceFacts[]): IDataObject[] =>
	invoices.map(({ id, number, kind, state, total, due, date, sending }) => ({
		id,
		number,
		kind,
		state,
		total,
		due,
		date,
		sending,
	}));

/** The policy in force, as far as it decides about this order. */
const policyJson = ({
	milestone,
	partial,
	quantityTolerance,
	priceTolerance,
	downPayments,
	allowsCreditNotes,
	invoiceDate,
	cutOff,
	consolidates,
}: InvoicePolicy): IDataObject => ({
	milestone,
	partial: { ...partial },
	quantityTolerance: { ...quantityTolerance },
	priceTolerance: { ...priceTolerance },
	downPayments,
	creditNotes: allowsCreditNotes,
	invoiceDate,
	cutOff: cutOff.date === null ? null : { ...cutOff },
	consolidates,
});

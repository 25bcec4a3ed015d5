import type { IDataObject } from 'n8n-workflow';

import { gateEvidence } from '../shared/core/invoicing/evidence';
import type { DecidedOrder } from '../shared/core/invoicing/sharedDrafts';
import { OUTPUT } from './outputs';

/** What a run knows beside the order. */
export interface RunFacts {
	readonly today: string;
	/** When Odoo was read, ISO 8601. */
	readonly asOf: string;
	readonly dryRun: boolean;
}

/** The key `invoice` of the item. Amounts in the order's currency; a credit note's are negative. */
export const invoiceJson = (
	{ order, policy, decision }: DecidedOrder,
	{ today, asOf, dryRun }: RunFacts,
): IDataObject => {
	const gate = gateEvidence(order, policy, today);
	return {
		decision: OUTPUT[decision.kind].decision,
		reasons: decision.reasons.map(({ code, message, figures }) => ({
			code,
			message,
			figures: { ...figures },
		})),
		invoices: order.invoices.map(({ id, number, kind, state, total, due, date }) => ({
			id,
			number,
			kind,
			state,
			total,
			due,
			date,
		})),
		currency: order.currency,
		gate: { ...gate, proof: gate.proof.map((proof) => ({ ...proof })) },
		policy: {
			milestone: policy.milestone,
			partial: policy.partial.kind,
			invoiceDate: policy.invoiceDate,
		},
		asOf,
		dryRun,
	};
};

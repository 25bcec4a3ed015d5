import type { Refusal } from '../core/sign';
import { decisionShape } from './decision';

const toRefusal = (value: unknown, isRefused: (decision: string) => boolean): Refusal | null => {
	const read = decisionShape.safeParse(value);
	if (!read.success || !isRefused(read.data.decision)) return null;
	return { kind: 'refusal', source: 'invoice', ...read.data };
};

/** The "no" of Odoo Release Invoice: held by its gate, or found by its reconciliation. */
export const toInvoiceSign = (value: unknown): Refusal | null =>
	toRefusal(value, (decision) => decision !== 'released' && decision !== 'nothingToInvoice');

/** Nothing to invoice is an exception only where it was not expected. */
export const toNothingSign = (value: unknown): Refusal | null =>
	toRefusal(value, (decision) => decision === 'nothingToInvoice');

import type { OdooClient } from '../../shared/odoo/OdooClient';
import { findNotes } from '../../shared/traces/odoo/notes';
import type { InvoiceFacts } from '../core/invoiceFacts';
import { GATE_NOTE } from './noteTexts';

/** The invoices of these that this gate let pass: only those are ours to send. */
export const readGatedInvoices = async (
	client: OdooClient,
	invoices: readonly InvoiceFacts[],
): Promise<InvoiceFacts[]> => {
	const notes = await findNotes(client, {
		model: 'account.move',
		recordIds: invoices.map(({ id }) => id),
		keyPrefix: GATE_NOTE,
	});
	const gated = new Set(notes.map(({ recordId }) => recordId));
	return invoices.filter(({ id }) => gated.has(id));
};

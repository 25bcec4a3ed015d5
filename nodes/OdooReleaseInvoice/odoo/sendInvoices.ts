import { z } from 'zod';

import type { InvoiceFacts } from '../core/invoiceFacts';
import { chunksOf } from '../../shared/odoo/batches';
import { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { findNotes } from '../../shared/traces/odoo/notes';
import { accountMove } from '../../shared/odoo/records/accountMove';
import { settle } from './settle';

const created = z.array(z.number()).nonempty();

const FIRST_WITH_BATCH_SENDING = 18;

/**
 * Hands posted invoices to Odoo's own sending, which knows each customer's way (e-mail, e-invoice, post): several at once
 * are queued for Odoo's sending job, a single one is sent at once. Invoices that are sent or queued are left alone.
 * @returns why an invoice is not on its way
 */
export const sendInvoices = async (
	client: OdooClient,
	invoices: readonly InvoiceFacts[],
): Promise<ReadonlyMap<number, OdooError>> => {
	const unsent = invoices
		.filter(({ state, sending }) => state === 'posted' && sending === 'unsent')
		.map(({ id }) => id);
	if (unsent.length === 0) return new Map();
	const { version } = await client.session();
	if (version < FIRST_WITH_BATCH_SENDING) return new Map(unsent.map((id) => [id, tooOld(version)]));
	const failures: (readonly [number, OdooError])[] = [];
	for (const chunk of chunksOf(unsent, client.batchSize))
		failures.push(
			...(await settle(client, chunk, {
				act: async (ids) => await (ids.length === 1 ? sendOne(client, ids) : queue(client, ids)),
				pending: async (ids) => await unsentAmong(client, ids),
			})),
		);
	return new Map(failures);
};

/** The invoices of these that this gate let pass: only those are ours to send. */
export const gatedInvoices = async (
	client: OdooClient,
	invoices: readonly InvoiceFacts[],
): Promise<InvoiceFacts[]> => {
	const notes = await findNotes(
		client,
		'account.move',
		invoices.map(({ id }) => id),
		'invoice_gate_',
	);
	const gated = new Set(notes.map(({ recordId }) => recordId));
	return invoices.filter(({ id }) => gated.has(id));
};

const queue = async (client: OdooClient, ids: readonly number[]): Promise<void> => {
	const wizard = await client.call('account.move.send.batch.wizard', 'create', {
		args: { vals_list: [{ move_ids: [[6, 0, ids]] }] },
	});
	await client.call('account.move.send.batch.wizard', 'action_send_and_print', {
		ids: created.parse(wizard),
	});
};

/** Odoo 19.0's batch fails on one invoice alone. */
const sendOne = async (client: OdooClient, ids: readonly number[]): Promise<void> => {
	const wizard = await client.call('account.move.send.wizard', 'create', {
		args: { vals_list: [{ move_id: ids[0] ?? 0 }] },
	});
	await client.call('account.move.send.wizard', 'action_send_and_print', {
		ids: created.parse(wizard),
	});
};

const unsentAmong = async (client: OdooClient, ids: readonly number[]): Promise<number[]> => {
	const found = await client.read(accountMove, ['id', 'is_move_sent', 'is_being_sent'], ids);
	return found.flatMap(({ id, is_move_sent: sent, is_being_sent: queued }) =>
		sent || queued ? [] : [id],
	);
};

const tooOld = (version: number): OdooError =>
	new OdooError({
		kind: 'validation',
		call: 'account.move.send.batch.wizard.action_send_and_print',
		reason: `Odoo ${version} has no sending for many invoices at once`,
		advice: "Send the invoice in Odoo, or turn off 'Send Invoice'.",
	});

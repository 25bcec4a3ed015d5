import { z } from 'zod';

import type { InvoiceFacts } from '../core/invoiceFacts';
import { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { accountMove } from '../../shared/odoo/records/accountMove';
import { settle, type Failures } from './settle';
import { answerIn } from '../../shared/odoo/unexpectedAnswer';

const created = z.array(z.number()).nonempty();

/** Posted, and neither sent nor queued. */
export const isUnsent = ({ state, sending }: InvoiceFacts): boolean =>
	state === 'posted' && sending === 'unsent';

const FIRST_WITH_BATCH_SENDING = 18;

/**
 * Hands posted invoices to Odoo's own sending, which knows each customer's way (e-mail, e-invoice, post): several at once
 * are queued for Odoo's sending job, a single one is sent at once. Invoices that are sent or queued are left alone.
 * @returns why an invoice is not on its way
 */
export const writeSendings = async (
	client: OdooClient,
	invoices: readonly InvoiceFacts[],
): Promise<Failures> => {
	const unsent = invoices.filter(isUnsent).map(({ id }) => id);
	if (unsent.length === 0) return new Map();
	const { version } = await client.session();
	if (version < FIRST_WITH_BATCH_SENDING) return new Map(unsent.map((id) => [id, tooOld(version)]));
	return await settle(client, unsent, {
		act: async (ids) => await (ids.length === 1 ? sendOne(client, ids) : queue(client, ids)),
		pending: async (ids) => await readUnsentAmong(client, ids),
	});
};

const queue = async (client: OdooClient, ids: readonly number[]): Promise<void> => {
	const wizard = await client.call('account.move.send.batch.wizard', 'create', {
		args: { vals_list: [{ move_ids: [[6, 0, ids]] }] },
	});
	await client.call('account.move.send.batch.wizard', 'action_send_and_print', {
		ids: answerIn('account.move.send.batch.wizard.create', created, wizard),
	});
};

/** Odoo 19.0's batch fails on one invoice alone. */
const sendOne = async (client: OdooClient, ids: readonly number[]): Promise<void> => {
	const wizard = await client.call('account.move.send.wizard', 'create', {
		args: { vals_list: [{ move_id: ids[0] ?? 0 }] },
	});
	await client.call('account.move.send.wizard', 'action_send_and_print', {
		ids: answerIn('account.move.send.wizard.create', created, wizard),
	});
};

const readUnsentAmong = async (client: OdooClient, ids: readonly number[]): Promise<number[]> => {
	const found = await client.read(accountMove, ['id', 'is_move_sent', 'is_being_sent'], ids);
	return found.flatMap(({ id, is_move_sent: sent, is_being_sent: queued }) =>
		sent || queued ? [] : [id],
	);
};

const tooOld = (version: number): OdooError =>
	new OdooError({
		kind: 'validation',
		call: 'account.move.send.batch.wizard.action_send_and_print',
		reason: `Odoo ${version} cannot send several invoices at once`,
		advice: "Send the invoice in Odoo, or turn off 'Send Invoice'.",
	});

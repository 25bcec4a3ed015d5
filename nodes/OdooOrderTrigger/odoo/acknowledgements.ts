import type { Acknowledgements } from '../core/claim';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { id, number } from '../../shared/odoo/records/fields';
import { defineRecord } from '../../shared/odoo/records/record';

const note = defineRecord('mail.message', { id, res_id: number });

/** The latest note of the package's nodes on each order: one call for 200 orders. */
export const acknowledgementsOn = async (
	client: OdooClient,
	orderIds: readonly number[],
): Promise<Acknowledgements> => {
	const notes = await client.searchIn(note, ['id', 'res_id'], 'res_id', orderIds, [
		['model', '=', 'sale.order'],
		['message_id', '=like', '%@n8n-o2c>'],
	]);
	const latest = new Map<number, number>();
	for (const { id: noteId, res_id: orderId } of notes)
		latest.set(orderId, Math.max(noteId, latest.get(orderId) ?? 0));
	return latest;
};

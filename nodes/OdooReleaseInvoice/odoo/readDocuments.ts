import { groupValues } from '../../shared/core/collections';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { dateTime, id, ids, many2one, number, text } from '../../shared/odoo/records/fields';
import { message } from '../../shared/odoo/records/party';
import { defineRecord } from '../../shared/odoo/records/record';

const attachment = defineRecord('ir.attachment', {
	id,
	name: text,
	res_id: number,
	create_uid: many2one,
	create_date: dateTime,
});
const carrying = defineRecord('mail.message', {
	...message.shape,
	attachment_ids: ids,
	create_date: dateTime,
});

/** Odoo's own user, in whose name scheduled jobs work. */
const ODOO = 1;

/**
 * The names of the documents on each transfer that a person or a workflow put there: two calls. A module posts its labels
 * with a notification, in one act; a person attaches to a comment or to the transfer, a workflow to the transfer.
 */
export const readDocuments = async (
	client: OdooClient,
	transferIds: readonly number[],
): Promise<ReadonlyMap<number, string[]>> => {
	const found = await client.searchIn(
		attachment,
		['id', 'name', 'res_id', 'create_uid', 'create_date'],
		'res_id',
		transferIds,
		[['res_model', '=', 'stock.picking']],
	);
	const notifications = await client.searchIn(
		carrying,
		['id', 'attachment_ids', 'create_date'],
		'attachment_ids',
		found.map(({ id: key }) => key),
		[['message_type', '=', 'notification']],
	);
	const postedAt = new Map(
		notifications.flatMap(({ attachment_ids: keys, create_date: at }) =>
			keys.map((key) => [key, at]),
		),
	);
	const byHand = found.filter(
		({ id: key, create_uid: creator, create_date: at }) =>
			creator?.id !== ODOO && !(postedAt.has(key) && postedAt.get(key) === at),
	);
	return groupValues(
		byHand,
		({ res_id: transferId }) => transferId,
		({ name }) => name,
	);
};

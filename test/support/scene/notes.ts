import type { Records, Row } from './records';

/** Notes of the pipeline on records, the oldest first. @param key what their identity begins with, as `credit-` */
export const notesOn = async (
	odoo: Records,
	key: string,
	recordIds: readonly number[],
	model = 'sale.order',
): Promise<Row[]> =>
	await odoo.find(
		'mail.message',
		[
			['model', '=', model],
			['res_id', 'in', [...recordIds]],
			['message_id', '=like', `<${key}%@n8n-o2c>`],
		],
		['res_id', 'body', 'message_id', 'author_id', 'is_internal'],
	);

import { z } from 'zod';

import { admin } from './servers';

const rows = z.array(z.record(z.unknown()));

/** Every value of the fields, of all records of a model; archived ones too. */
const all = async (
	model: string,
	fields: readonly string[],
	domain: readonly (readonly [string, string, string | readonly string[]])[] = [],
): Promise<string[]> => {
	const answer = await admin.call(model, 'search_read', {
		args: { domain, fields: [...fields], order: 'id' },
		context: { active_test: false },
	});
	return rows.parse(answer).map((row) => JSON.stringify(row));
};

/**
 * All that the pipeline writes: invoices, activities, notes, reservations and tags, record by record. Left out are the trigger's
 * own claims, which Odoo keeps as messages of another type that nobody sees.
 */
export const snapshot = async () => ({
	invoices: await all('account.move', ['name', 'state', 'amount_total', 'amount_residual']),
	activities: await all('mail.activity', [
		'res_id',
		'summary',
		'user_id',
		'date_deadline',
		'active',
	]),
	notes: await all(
		'mail.message',
		['model', 'res_id', 'body'],
		[
			['model', 'in', ['sale.order', 'account.move', 'stock.picking']],
			['message_type', '!=', 'user_notification'],
		],
	),
	reservations: await all('stock.move', ['state', 'quantity', 'product_uom_qty']),
	stock: await all('stock.quant', ['product_id', 'quantity', 'reserved_quantity']),
	orders: await all('sale.order', ['state', 'tag_ids', 'invoice_status', 'delivery_status']),
});

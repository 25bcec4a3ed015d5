import type { OdooValues } from '../../../nodes/shared/odoo/OdooClient';
import { inDays } from './days';
import { UNTAXED } from './products';
import { ids, idsOf, many2one, type Records } from './records';

export interface SceneInvoice {
	/** Negative for a credit note. */
	readonly amount: number;
	readonly dueInDays?: number;
	/** Of its only line. */
	readonly line?: OdooValues;
	readonly values?: OdooValues;
}

/** The values of a draft invoice of one line, by itself untaxed. */
export const invoiceOf = (
	customer: number,
	{ amount, dueInDays = 30, line, values }: SceneInvoice,
): OdooValues => ({
	move_type: amount < 0 ? 'out_refund' : 'out_invoice',
	partner_id: customer,
	invoice_date: inDays(Math.min(0, dueInDays)),
	invoice_date_due: inDays(dueInDays),
	invoice_payment_term_id: false,
	invoice_line_ids: [
		[0, 0, { name: 'Goods', quantity: 1, price_unit: Math.abs(amount), tax_ids: UNTAXED, ...line }],
	],
	...values,
});

export const post = async (odoo: Records, invoiceIds: readonly number[]): Promise<unknown> =>
	await odoo.call('account.move', 'action_post', { ids: invoiceIds });

/** Drafts the invoices of orders by Odoo's own wizard, what was delivered unless the values say otherwise. */
export const draftInvoices = async (
	odoo: Records,
	orderIds: readonly number[],
	values: OdooValues = {},
): Promise<void> => {
	const wizard = await odoo.one('sale.advance.payment.inv', {
		advance_payment_method: 'delivered',
		sale_order_ids: [[6, 0, [...orderIds]]],
		...values,
	});
	await odoo.call('sale.advance.payment.inv', 'create_invoices', { ids: [wizard] });
};

/**
 * Draft credit notes of whole posted invoices, by Odoo's own dialog.
 * @param edit what a person then writes into each of their lines
 */
export const draftCredits = async (
	odoo: Records,
	invoiceIds: readonly number[],
	edit: OdooValues | null,
): Promise<number[]> => {
	const [first] = await odoo.find(
		'account.move',
		[['id', '=', invoiceIds[0] ?? 0]],
		['journal_id'],
	);
	const context = { active_model: 'account.move', active_ids: [...invoiceIds] };
	const wizard = await odoo.create(
		'account.move.reversal',
		[{ journal_id: many2one.parse(first?.journal_id), reason: 'agreed' }],
		context,
	);
	await odoo.call('account.move.reversal', 'refund_moves', { ids: wizard, context });
	const notes = await odoo.find(
		'account.move',
		[
			['reversed_entry_id', 'in', [...invoiceIds]],
			['state', '=', 'draft'],
		],
		['invoice_line_ids'],
	);
	if (edit)
		for (const { id, invoice_line_ids: lines } of notes)
			await odoo.write('account.move', [id], {
				invoice_line_ids: ids.parse(lines).map((line) => [1, line, edit]),
			});
	return idsOf(notes);
};

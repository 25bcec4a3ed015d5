import type { OdooValues } from '../../../nodes/shared/odoo/OdooClient';
import { inDays } from './days';
import { UNTAXED } from './products';
import type { Records } from './records';

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

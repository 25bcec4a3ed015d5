import type { OdooValues } from '../../../nodes/shared/odoo/OdooClient';
import type { Records } from './records';

/** The payment of an invoice: all of it, today, unless the values say otherwise. */
export const pay = async (
	odoo: Records,
	invoiceId: number,
	values: OdooValues = {},
): Promise<void> => {
	const context = { active_model: 'account.move', active_ids: [invoiceId] };
	const wizard = await odoo.create('account.payment.register', [values], context);
	await odoo.call('account.payment.register', 'action_create_payments', { ids: wizard, context });
};

export interface Payment {
	readonly customer: number;
	readonly amount: number;
}

/** Money received and not matched with any invoice. */
export const payOnAccount = async (
	odoo: Records,
	payments: readonly Payment[],
): Promise<number[]> => {
	const made = await odoo.create(
		'account.payment',
		payments.map(({ customer, amount }) => ({
			payment_type: 'inbound',
			partner_type: 'customer',
			partner_id: customer,
			amount,
		})),
	);
	await odoo.call('account.payment', 'action_post', { ids: made });
	return made;
};

import { sleep } from 'n8n-workflow';
import { z } from 'zod';

import type { OdooClient } from '../../../nodes/shared/odoo/OdooClient';

const ids = z.array(z.number());
const create = async (
	client: OdooClient,
	model: string,
	values: readonly object[],
): Promise<number[]> =>
	ids.parse(
		await client.call(model, 'create', { args: { vals_list: JSON.parse(JSON.stringify(values)) } }),
	);

export interface Scene {
	readonly customerId: number;
	readonly productId: number;
	/** A product without any stock. */
	readonly storableId: number;
	/** Makes quotations of one line each. */
	readonly quotations: (count: number, values?: object) => Promise<number[]>;
	readonly confirm: (orderIds: readonly number[]) => Promise<void>;
	readonly deliver: (orderIds: readonly number[]) => Promise<void>;
	/** @param values written to the drafts before they are posted */
	readonly invoice: (orderIds: readonly number[], values?: object) => Promise<number[]>;
	readonly pay: (invoiceId: number) => Promise<void>;
	readonly pause: (seconds: number) => Promise<void>;
}

/** A customer and a stocked product of this test's own, and what people do with orders. */
export const makeScene = async (admin: OdooClient, name: string): Promise<Scene> => {
	const unique = `${name} ${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;
	const [customerId = 0] = await create(admin, 'res.partner', [{ name: unique, is_company: true }]);
	const [productId = 0] = await create(admin, 'product.product', [
		{
			name: unique,
			default_code: `SKU-${unique}`,
			type: 'consu',
			is_storable: false,
			invoice_policy: 'delivery',
			list_price: 10,
		},
	]);
	const [storableId = 0] = await create(admin, 'product.product', [
		{
			name: `${unique} scarce`,
			type: 'consu',
			is_storable: true,
			invoice_policy: 'delivery',
			list_price: 10,
		},
	]);
	return {
		customerId,
		productId,
		storableId,
		quotations: async (count, values = {}) =>
			await create(
				admin,
				'sale.order',
				Array.from({ length: count }, () => ({
					partner_id: customerId,
					order_line: [[0, 0, { product_id: productId, product_uom_qty: 2, price_unit: 10 }]],
					...values,
				})),
			),
		confirm: async (orderIds) =>
			void (await admin.call('sale.order', 'action_confirm', { ids: orderIds })),
		deliver: async (orderIds) => {
			const pickings = ids.parse(
				await admin.call('stock.picking', 'search', {
					args: { domain: [['sale_id', 'in', [...orderIds]]] },
				}),
			);
			await admin.call('stock.picking', 'button_validate', {
				ids: pickings,
				context: { skip_backorder: true, skip_sms: true },
			});
		},
		invoice: async (orderIds, values = {}) => {
			const [wizard = 0] = await create(admin, 'sale.advance.payment.inv', [
				{
					advance_payment_method: 'delivered',
					sale_order_ids: [[6, 0, [...orderIds]]],
					consolidated_billing: false,
				},
			]);
			await admin.call('sale.advance.payment.inv', 'create_invoices', { ids: [wizard] });
			const invoices = ids.parse(
				await admin.call('account.move', 'search', {
					args: { domain: [['line_ids.sale_line_ids.order_id', 'in', [...orderIds]]] },
				}),
			);
			if (Object.keys(values).length > 0)
				await admin.call('account.move', 'write', { ids: invoices, args: { vals: { ...values } } });
			await admin.call('account.move', 'action_post', { ids: invoices });
			return invoices;
		},
		pay: async (invoiceId) => {
			const context = { active_model: 'account.move', active_ids: [invoiceId] };
			const register = await admin.call('account.payment.register', 'create', {
				args: { vals_list: [{}] },
				context,
			});
			await admin.call('account.payment.register', 'action_create_payments', {
				ids: ids.parse(register),
				context,
			});
		},
		pause: async (seconds) => await sleep(seconds * 1000),
	};
};

import type { OdooClient, OdooValues } from '../../nodes/shared/odoo/OdooClient';
import type { OdooContext } from '../../nodes/shared/odoo/OdooTransport';
import { makeCustomer } from '../support/scene/customers';
import { giveBack, openTransfers, ship, validate } from '../support/scene/deliveries';
import { draftInvoices } from '../support/scene/invoices';
import { notesOn } from '../support/scene/notes';
import { sell, type SceneLine } from '../support/scene/orders';
import { makeProduct } from '../support/scene/products';
import { recordsOf } from '../support/scene/records';

/** The warehouse, the shop and the accountant of the tests, with an administrator's rights. */
export const invoicingScene = (client?: OdooClient, context?: OdooContext) => {
	const odoo = recordsOf(client, context);
	const orders = async (
		customer: number,
		baskets: readonly (readonly SceneLine[])[],
		values: OdooValues = {},
	) =>
		await sell(
			odoo,
			baskets.map((lines) => ({ customer, lines, values })),
		);
	return {
		...odoo,
		customer: async (values: OdooValues = {}) => await makeCustomer(odoo, values),
		product: async (policy: 'order' | 'delivery', values: OdooValues = {}) =>
			await makeProduct(odoo, { invoice_policy: policy, ...values }),
		orders,
		order: async (customer: number, lines: readonly SceneLine[], values: OdooValues = {}) =>
			(await orders(customer, [lines], values))[0] ?? 0,
		transfers: async (orderIds: readonly number[]) => await openTransfers(odoo, orderIds),
		validate: async (transferIds: readonly number[]) => await validate(odoo, transferIds),
		ship: async (orderIds: readonly number[], quantity?: number) =>
			await ship(odoo, orderIds, quantity),
		/** Takes goods back: the return transfer, received or still open. */
		giveBack: async (transferId: number, quantity: number, received = true) => {
			const back = await giveBack(odoo, transferId, quantity);
			if (received) await validate(odoo, [back]);
			return back;
		},
		orderLines: async (orderIds: readonly number[]) =>
			await odoo.find(
				'sale.order.line',
				[
					['order_id', 'in', [...orderIds]],
					['display_type', '=', false],
				],
				[
					'order_id',
					'product_uom_qty',
					'qty_delivered',
					'qty_invoiced',
					'qty_to_invoice',
					'is_downpayment',
				],
			),
		invoices: async (orderIds: readonly number[]) =>
			await odoo.find(
				'account.move',
				[['line_ids.sale_line_ids.order_id', 'in', [...orderIds]]],
				[
					'name',
					'state',
					'move_type',
					'amount_total',
					'amount_residual',
					'invoice_date',
					'currency_id',
					'company_id',
					'partner_id',
					'ref',
					'narration',
					'is_move_sent',
				],
			),
		notes: async (model: string, recordIds: readonly number[]) =>
			await notesOn(odoo, 'invoice_', recordIds, model),
		/** The wizard's first half, as a person or a run that died leaves it. */
		draft: async (orderIds: readonly number[], values: OdooValues = {}) =>
			await draftInvoices(odoo, orderIds, { consolidated_billing: false, ...values }),
	};
};

export type InvoicingScene = ReturnType<typeof invoicingScene>;

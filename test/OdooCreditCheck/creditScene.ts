import type { OdooClient, OdooValues } from '../../nodes/shared/odoo/OdooClient';
import type { OdooContext } from '../../nodes/shared/odoo/OdooTransport';
import { makeCustomer } from '../support/scene/customers';
import { ship } from '../support/scene/deliveries';
import { draftInvoices, invoiceOf, post as postInvoices } from '../support/scene/invoices';
import { notesOn } from '../support/scene/notes';
import { confirm as confirmOrders, quote } from '../support/scene/orders';
import { payOnAccount } from '../support/scene/payments';
import { makeProduct, UNTAXED } from '../support/scene/products';
import { idsOf, recordsOf } from '../support/scene/records';
import { firstShelf, shelve } from '../support/scene/stock';
import { tagsOf } from '../support/scene/tags';

interface Order {
	readonly price: number;
	readonly quantity?: number;
	readonly item: number;
	readonly confirm?: boolean;
	readonly more?: OdooValues;
}

interface Invoice {
	/** A negative amount is a credit note. */
	readonly amount: number;
	readonly dueInDays?: number;
	readonly post?: boolean;
	readonly more?: OdooValues;
}

/** Sales, accounting and warehouse of the credit tests, with an administrator's rights. */
export const creditScene = (client?: OdooClient, context?: OdooContext) => {
	const odoo = recordsOf(client, context);
	return {
		...odoo,
		/** A company that buys. */
		customer: async (values: OdooValues = {}) =>
			await makeCustomer(odoo, {
				is_company: true,
				property_payment_term_id: false,
				...values,
			}),
		product: async (values: OdooValues = {}) =>
			await makeProduct(odoo, {
				is_storable: true,
				invoice_policy: 'delivery',
				taxes_id: UNTAXED,
				...values,
			}),
		/** One line of one product at a price; a quotation unless `confirm`. */
		order: async (
			customer: number,
			{ price, quantity, item: product, confirm, more: values }: Order,
		): Promise<number> => {
			const lines = [{ product, quantity, price }];
			const made = await quote(odoo, [{ customer, lines, values }]);
			if (confirm) await confirmOrders(odoo, made);
			return made[0] ?? 0;
		},
		/** A posted (or draft) invoice without tax, due some days from now. */
		invoice: async (customer: number, { post = true, more, ...invoice }: Invoice) => {
			const made = await odoo.one(
				'account.move',
				invoiceOf(customer, { ...invoice, values: more }),
			);
			if (post) await postInvoices(odoo, [made]);
			return made;
		},
		/** Money received and not matched with any invoice. */
		payment: async (customer: number, amount: number) =>
			(await payOnAccount(odoo, [{ customer, amount }]))[0] ?? 0,
		stock: async (product: number, quantity: number) =>
			await shelve(odoo, [{ product, location: await firstShelf(odoo), quantity }]),
		/** Ships so much of every open move of an order. */
		ship: async (orderId: number, quantity: number) => await ship(odoo, [orderId], quantity),
		/** Invoices what can be invoiced of orders, by Odoo's own wizard. */
		invoiceOrders: async (
			orderIds: readonly number[],
			{ post = true, down }: { readonly post?: boolean; readonly down?: number } = {},
		) => {
			await draftInvoices(
				odoo,
				orderIds,
				down === undefined ? {} : { advance_payment_method: 'fixed', fixed_amount: down },
			);
			const drafts = idsOf(
				await odoo.find('account.move', [
					['invoice_line_ids.sale_line_ids.order_id', 'in', [...orderIds]],
					['state', '=', 'draft'],
				]),
			);
			if (post) await postInvoices(odoo, drafts);
			return drafts;
		},
		notes: async (orderId: number) => await notesOn(odoo, 'credit-', [orderId]),
		tagsOf: async (orderId: number) => await tagsOf(odoo, orderId),
		untag: async (orderId: number) =>
			await odoo.write('sale.order', [orderId], { tag_ids: [[5, 0, 0]] }),
		stateOf: async (orderId: number) =>
			(await odoo.find('sale.order', [['id', '=', orderId]], ['state']))[0]?.state,
	};
};

export type CreditScene = ReturnType<typeof creditScene>;

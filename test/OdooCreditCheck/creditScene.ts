import { z } from 'zod';

import type { OdooClient, OdooValues } from '../../nodes/shared/odoo/OdooClient';
import type { Json, OdooContext } from '../../nodes/shared/odoo/OdooTransport';
import { axiosClient } from '../support/axiosExchange';
import { liveOdoo } from '../support/liveOdoo';

const ids = z.array(z.number());
const rows = z.array(z.object({ id: z.number() }).passthrough());

let counter = 0;
/** A name nobody else uses, on a database that other suites share. */
export const uniqueName = (name: string): string =>
	`${name} ${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}-${(counter += 1)}`;

/** `YYYY-MM-DD`, some days from now. */
export const inDays = (days: number): string =>
	new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const values = (name: string, value: Json | undefined): OdooValues =>
	value === undefined ? {} : { [name]: value };

/** Sales, accounting and warehouse of the credit tests, with an administrator's rights. */
export const creditScene = (
	client: OdooClient = axiosClient(liveOdoo().admin),
	context: OdooContext = {},
) => {
	const create = async (model: string, list: readonly OdooValues[]) =>
		ids.parse(await client.call(model, 'create', { args: { vals_list: list }, context }));
	const one = async (model: string, record: OdooValues) => (await create(model, [record]))[0] ?? 0;
	const call = async (
		model: string,
		method: string,
		recordIds: readonly number[],
		args: { readonly [name: string]: Json } = {},
		more: OdooContext = {},
	) => await client.call(model, method, { ids: recordIds, args, context: { ...context, ...more } });
	const write = async (model: string, recordIds: readonly number[], record: OdooValues) =>
		await call(model, 'write', recordIds, { vals: record });
	const find = async (model: string, domain: Json, fields: readonly string[]) =>
		rows.parse(
			await client.call(model, 'search_read', {
				args: { domain, fields, order: 'id' },
				context: { ...context, active_test: false },
			}),
		);

	/** A company that buys; `limit` becomes its own credit limit. */
	const customer = async (record: OdooValues = {}) =>
		await one('res.partner', {
			name: uniqueName('Credit customer'),
			is_company: true,
			property_payment_term_id: false,
			...record,
		});
	const product = async (record: OdooValues = {}) =>
		await one('product.product', {
			name: uniqueName('Credit product'),
			type: 'consu',
			is_storable: true,
			invoice_policy: 'delivery',
			list_price: 100,
			taxes_id: [[6, 0, []]],
			...record,
		});

	/** One line of one product at a price; a quotation unless `confirm`. */
	const order = async (
		partner: number,
		{
			price,
			quantity = 1,
			item,
			confirm = false,
			more = {},
		}: {
			readonly price: number;
			readonly quantity?: number;
			readonly item: number;
			readonly confirm?: boolean;
			readonly more?: OdooValues;
		},
	) => {
		const made = await one('sale.order', {
			partner_id: partner,
			order_line: [[0, 0, { product_id: item, product_uom_qty: quantity, price_unit: price }]],
			...more,
		});
		if (confirm) await call('sale.order', 'action_confirm', [made]);
		return made;
	};

	/** A posted (or draft) invoice without tax, due some days from now; a negative amount is a credit note. */
	const invoice = async (
		partner: number,
		{
			amount,
			dueInDays = 30,
			post = true,
			more = {},
		}: {
			readonly amount: number;
			readonly dueInDays?: number;
			readonly post?: boolean;
			readonly more?: OdooValues;
		},
	) => {
		const made = await one('account.move', {
			move_type: amount < 0 ? 'out_refund' : 'out_invoice',
			partner_id: partner,
			invoice_date: inDays(Math.min(0, dueInDays)),
			invoice_date_due: inDays(dueInDays),
			invoice_payment_term_id: false,
			invoice_line_ids: [
				[0, 0, { name: 'Goods', quantity: 1, price_unit: Math.abs(amount), tax_ids: [[6, 0, []]] }],
			],
			...more,
		});
		if (post) await call('account.move', 'action_post', [made]);
		return made;
	};

	/** Money received and not matched with any invoice. */
	const payment = async (partner: number, amount: number) => {
		const made = await one('account.payment', {
			payment_type: 'inbound',
			partner_type: 'customer',
			partner_id: partner,
			amount,
		});
		await call('account.payment', 'action_post', [made]);
		return made;
	};

	const stock = async (item: number, quantity: number) => {
		const [warehouse] = await find('stock.warehouse', [['company_id', '=', 1]], ['lot_stock_id']);
		const location = z.tuple([z.number(), z.string()]).parse(warehouse?.lot_stock_id)[0];
		const quant = await one('stock.quant', {
			product_id: item,
			location_id: location,
			inventory_quantity: quantity,
		});
		await call('stock.quant', 'action_apply_inventory', [quant]);
	};

	/** Ships so much of every open move of an order. */
	const ship = async (orderId: number, quantity: number) => {
		const pickings = await find(
			'stock.picking',
			[
				['sale_id', '=', orderId],
				['state', 'not in', ['done', 'cancel']],
			],
			['move_ids'],
		);
		const pickingIds = pickings.map(({ id }) => id);
		await call('stock.picking', 'action_assign', pickingIds);
		await write(
			'stock.move',
			pickings.flatMap(({ move_ids: moves }) => ids.parse(moves)),
			{ quantity, picked: true },
		);
		await call(
			'stock.picking',
			'button_validate',
			pickingIds,
			{},
			{ skip_sms: true, skip_backorder: true },
		);
	};

	/** Invoices what there is to invoice of orders, by Odoo's own wizard. */
	const invoiceOrders = async (
		orders: number | readonly number[],
		{ post = true, down }: { readonly post?: boolean; readonly down?: number } = {},
	) => {
		const orderIds = typeof orders === 'number' ? [orders] : [...orders];
		const wizard = await one('sale.advance.payment.inv', {
			advance_payment_method: down === undefined ? 'delivered' : 'fixed',
			...values('fixed_amount', down),
			sale_order_ids: [[6, 0, orderIds]],
		});
		await call('sale.advance.payment.inv', 'create_invoices', [wizard]);
		const drafts = await find(
			'account.move',
			[
				['invoice_line_ids.sale_line_ids.order_id', 'in', orderIds],
				['state', '=', 'draft'],
			],
			[],
		);
		if (post)
			await call(
				'account.move',
				'action_post',
				drafts.map(({ id }) => id),
			);
		return drafts.map(({ id }) => id);
	};

	const notes = async (orderId: number) =>
		await find(
			'mail.message',
			[
				['model', '=', 'sale.order'],
				['res_id', '=', orderId],
				['message_id', '=like', '<credit-%@n8n-o2c>'],
			],
			['body', 'message_id', 'author_id'],
		);
	const tagsOf = async (orderId: number) => {
		const [found] = await find('sale.order', [['id', '=', orderId]], ['tag_ids']);
		return (await find('crm.tag', [['id', 'in', ids.parse(found?.tag_ids)]], ['name'])).map(
			({ name }) => String(name),
		);
	};
	const untag = async (orderId: number) =>
		await write('sale.order', [orderId], { tag_ids: [[5, 0, 0]] });
	const stateOf = async (orderId: number) =>
		(await find('sale.order', [['id', '=', orderId]], ['state']))[0]?.state;

	return {
		client,
		create,
		one,
		call,
		write,
		find,
		customer,
		product,
		order,
		invoice,
		payment,
		stock,
		ship,
		invoiceOrders,
		notes,
		tagsOf,
		untag,
		stateOf,
	};
};

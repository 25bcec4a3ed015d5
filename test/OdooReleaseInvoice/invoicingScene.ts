import { z } from 'zod';

import type { OdooClient, OdooValues } from '../../nodes/shared/odoo/OdooClient';
import type { Json, OdooContext } from '../../nodes/shared/odoo/OdooTransport';
import { axiosClient } from '../support/axiosExchange';
import { liveOdoo } from '../support/liveOdoo';

export type Row = Record<string, unknown> & { readonly id: number };
const ids = z.array(z.number());
const rows = z.array(z.object({ id: z.number() }).passthrough());

let counter = 0;
/** A name nobody else uses, on a database that other suites share. */
export const unique = (name: string): string =>
	`${name} ${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}-${(counter += 1)}`;

export interface LineOrder {
	readonly product: number;
	readonly quantity: number;
	readonly price?: number;
	readonly discount?: number;
}

/** The warehouse, the shop and the accountant of the tests, with an administrator's rights. */
export const invoicingScene = (
	client: OdooClient = axiosClient(liveOdoo().admin),
	context: OdooContext = {},
) => {
	const create = async (model: string, values: readonly OdooValues[]): Promise<number[]> =>
		ids.parse(await client.call(model, 'create', { args: { vals_list: values }, context }));
	const call = async (
		model: string,
		method: string,
		recordIds: readonly number[],
		args: { readonly [name: string]: Json } = {},
		more: OdooContext = {},
	) => await client.call(model, method, { ids: recordIds, args, context: { ...context, ...more } });
	const find = async (model: string, domain: Json, fields: readonly string[]): Promise<Row[]> =>
		rows.parse(
			await client.call(model, 'search_read', {
				args: { domain, fields, order: 'id' },
				context: { ...context, active_test: false },
			}),
		);
	const one = async (model: string, values: OdooValues): Promise<number> =>
		(await create(model, [values]))[0] ?? 0;

	const customer = async (values: OdooValues = {}) =>
		await one('res.partner', { name: unique('Customer'), ...values });
	const product = async (policy: 'order' | 'delivery', values: OdooValues = {}) =>
		await one('product.product', {
			name: unique('Product'),
			type: 'consu',
			is_storable: false,
			invoice_policy: policy,
			list_price: 100,
			...values,
		});
	const orders = async (
		partner: number,
		baskets: readonly (readonly LineOrder[])[],
		values: OdooValues = {},
	) => {
		const made = await create(
			'sale.order',
			baskets.map((lines) => ({
				partner_id: partner,
				order_line: lines.map(({ product: item, quantity, price, discount }) => [
					0,
					0,
					{
						product_id: item,
						product_uom_qty: quantity,
						...(price === undefined ? {} : { price_unit: price }),
						...(discount === undefined ? {} : { discount }),
					},
				]),
				...values,
			})),
		);
		await call('sale.order', 'action_confirm', made);
		return made;
	};
	const order = async (partner: number, lines: readonly LineOrder[], values: OdooValues = {}) =>
		(await orders(partner, [lines], values))[0] ?? 0;

	const transfers = async (orderIds: readonly number[], code = 'outgoing') =>
		await find(
			'stock.picking',
			[
				['sale_id', 'in', orderIds],
				['picking_type_code', '=', code],
				['state', 'not in', ['done', 'cancel']],
			],
			['state', 'move_ids'],
		);
	const validate = async (transferIds: readonly number[], more: OdooContext = {}) =>
		await call(
			'stock.picking',
			'button_validate',
			transferIds,
			{},
			{ skip_sms: true, skip_backorder: true, skip_expired: true, ...more },
		);
	/** Ships what is open; a quantity ships that much of every line. */
	const ship = async (orderIds: readonly number[], quantity?: number, more: OdooContext = {}) => {
		const open = await transfers(orderIds);
		const transferIds = open.map(({ id }) => id);
		await call('stock.picking', 'action_assign', transferIds);
		const moveIds = open.flatMap(({ move_ids: moves }) => ids.parse(moves));
		if (quantity !== undefined)
			await call('stock.move', 'write', moveIds, { vals: { quantity, picked: true } });
		await validate(
			transferIds,
			quantity !== undefined && more.cancelRest === true
				? { picking_ids_not_to_backorder: transferIds }
				: {},
		);
		return transferIds;
	};
	/** Takes goods back: the return transfer, received or still open. */
	const giveBack = async (transferId: number, quantity: number, received = true) => {
		const wizard = await client.call('stock.return.picking', 'create', {
			args: { vals_list: [{}] },
			context: {
				...context,
				active_id: transferId,
				active_ids: [transferId],
				active_model: 'stock.picking',
			},
		});
		const [wizardId = 0] = ids.parse(wizard);
		const lines = await find('stock.return.picking.line', [['wizard_id', '=', wizardId]], ['id']);
		await call(
			'stock.return.picking.line',
			'write',
			lines.map(({ id }) => id),
			{ vals: { quantity, to_refund: true } },
		);
		const action = z
			.object({ res_id: z.number() })
			.parse(await call('stock.return.picking', 'action_create_returns', [wizardId]));
		if (received) await validate([action.res_id]);
		return action.res_id;
	};

	const orderLines = async (orderIds: readonly number[]) =>
		await find(
			'sale.order.line',
			[
				['order_id', 'in', orderIds],
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
		);
	const invoices = async (orderIds: readonly number[]) =>
		await find(
			'account.move',
			[['line_ids.sale_line_ids.order_id', 'in', orderIds]],
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
		);
	const notes = async (model: string, recordIds: readonly number[]) =>
		await find(
			'mail.message',
			[
				['model', '=', model],
				['res_id', 'in', recordIds],
				['message_id', '=like', '<invoice_%@n8n-o2c>'],
			],
			['res_id', 'body', 'message_id'],
		);
	/** The wizard's first half, as a person or a run that died leaves it. */
	const draft = async (orderIds: readonly number[], values: OdooValues = {}) => {
		const wizard = await one('sale.advance.payment.inv', {
			advance_payment_method: 'delivered',
			consolidated_billing: false,
			sale_order_ids: [[6, 0, orderIds]],
			...values,
		});
		await call('sale.advance.payment.inv', 'create_invoices', [wizard]);
	};
	return {
		client,
		create,
		call,
		find,
		one,
		customer,
		product,
		orders,
		order,
		transfers,
		validate,
		ship,
		giveBack,
		orderLines,
		invoices,
		notes,
		draft,
	};
};

export type InvoicingScene = ReturnType<typeof invoicingScene>;

import { z } from 'zod';

import type { OdooValues } from '../../nodes/shared/odoo/OdooClient';
import type { Json } from '../../nodes/shared/odoo/OdooTransport';
import { inDays, uniqueName, type creditScene } from './creditScene';

type Scene = ReturnType<typeof creditScene>;

/** The same figures at every run, and no round ones. */
const figures = (seed: number) => {
	let state = seed;
	return (least: number, most: number): number => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return least + Math.floor((state / 2_147_483_648) * (most - least + 1));
	};
};

const every = (numbers: readonly number[], step: number): number[] =>
	numbers.filter((_one, index) => index % step === 0);
const idOf = (value: unknown): number => z.tuple([z.number(), z.string()]).parse(value)[0];

/**
 * Customers with everything a ledger can hold: invoices of every age, with tax and in a foreign currency, credit notes,
 * part payments, money on account, drafts; orders delivered and invoiced in part, by either policy, in dozens, with
 * discount, over-delivered, returned, cut short, with down payments, cancelled.
 */
export const mixedCustomers = async (scene: Scene, count: number): Promise<number[]> => {
	const next = figures(count);
	const customers = await scene.create(
		'res.partner',
		Array.from({ length: count }, () => ({
			name: uniqueName('Mixed customer'),
			is_company: true,
			property_payment_term_id: false,
		})),
	);
	const contacts = await scene.create(
		'res.partner',
		every(customers, 5).map((parent) => ({ name: uniqueName('Buyer'), parent_id: parent })),
	);
	const buyer = (customer: number) => contacts[customers.indexOf(customer) / 5] ?? customer;
	const pricelist = await foreignPricelist(scene);
	const [tax] = await scene.find(
		'account.tax',
		[
			['type_tax_use', '=', 'sale'],
			['amount_type', '=', 'percent'],
			['company_id', '=', 1],
			['amount', '>', 0],
		],
		[],
	);
	const taxes = [[6, 0, [tax?.id ?? 0]]];
	const dozen = (await scene.find('uom.uom', [['name', '=', 'Dozens']], []))[0]?.id ?? 0;
	const goods = await scene.product({ list_price: 12.34 });
	const taxed = await scene.product({ taxes_id: taxes });
	const service = await scene.product({
		type: 'service',
		is_storable: false,
		invoice_policy: 'order',
	});
	await scene.stock(goods, 100_000);
	await scene.stock(taxed, 100_000);

	await invoices(scene, customers, { next, taxes, currency: pricelist.currency });
	const line = (item: number, quantity: number, more: OdooValues = {}) => [
		0,
		0,
		{ product_id: item, product_uom_qty: quantity, price_unit: next(100, 9_999) / 100, ...more },
	];
	const made = await scene.create(
		'sale.order',
		customers.flatMap((customer, index): OdooValues[] => [
			{
				partner_id: buyer(customer),
				order_line: [
					line(goods, next(5, 20), { discount: index % 4 === 0 ? 7.5 : 0 }),
					line(taxed, next(5, 20)),
					line(service, next(1, 3)),
				],
			},
			{
				partner_id: customer,
				...(index % 3 === 0 ? { pricelist_id: pricelist.id } : {}),
				order_line: [
					line(goods, next(1, 4), index % 2 === 0 ? { product_uom_id: dozen } : {}),
					line(service, 2.5),
				],
			},
		]),
	);
	await scene.call('sale.order', 'action_confirm', made);
	const [first, second] = [every(made, 2), made.filter((_one, index) => index % 2 === 1)];
	await deliver(scene, every(first, 2), 3);
	await deliver(scene, every(second, 7), 60);
	await deliver(scene, every(first, 6), 2);
	await scene.invoiceOrders(every(first, 4), { post: true });
	await scene.invoiceOrders(every(second, 7), { post: false });
	await giveBack(scene, every(first, 10));
	await cutShort(scene, every(first, 8).slice(1));
	for (const order of every(second, 9)) await scene.invoiceOrders(order, { down: next(10, 60) });
	await deliver(scene, every(second, 18), 1);
	await scene.invoiceOrders(every(second, 18), { post: true });
	// Orders that count nothing.
	const dropped = await scene.create(
		'sale.order',
		every(customers, 13).map((customer) => ({
			partner_id: customer,
			order_line: [line(goods, 5)],
		})),
	);
	await scene.call('sale.order', 'action_confirm', dropped);
	await scene.call('sale.order', 'action_cancel', dropped, {}, { disable_cancel_warning: true });
	return customers;
};

const foreignPricelist = async (
	scene: Scene,
): Promise<{ readonly id: number; readonly currency: number }> => {
	const currency = (await scene.find('res.currency', [['name', '=', 'CHF']], []))[0]?.id ?? 0;
	await scene.write('res.currency', [currency], { active: true });
	const known = await scene.find(
		'res.currency.rate',
		[
			['currency_id', '=', currency],
			['name', '=', inDays(-200)],
		],
		[],
	);
	if (known.length === 0)
		await scene.create('res.currency.rate', [
			{ currency_id: currency, name: inDays(-200), rate: 1.137, company_id: 1 },
			{ currency_id: currency, name: inDays(-3), rate: 0.8713, company_id: 1 },
		]);
	return {
		id: await scene.one('product.pricelist', { name: uniqueName('Swiss'), currency_id: currency }),
		currency,
	};
};

const invoices = async (
	scene: Scene,
	customers: readonly number[],
	{
		next,
		taxes,
		currency,
	}: {
		readonly next: (least: number, most: number) => number;
		readonly taxes: Json;
		readonly currency: number;
	},
) => {
	const document = (
		partner: number,
		kind: string,
		due: number,
		more: OdooValues,
		withTax = false,
	): OdooValues => ({
		move_type: kind,
		partner_id: partner,
		invoice_date: inDays(Math.min(0, due)),
		invoice_date_due: inDays(due),
		invoice_payment_term_id: false,
		invoice_line_ids: [
			[
				0,
				0,
				{
					name: 'Goods',
					quantity: next(1, 9),
					price_unit: next(100, 99_999) / 100,
					tax_ids: withTax ? taxes : [[6, 0, []]],
				},
			],
		],
		...more,
	});
	const ages = [-130, -91, -90, -61, -45, -31, -30, -12, -1, 0, 1, 30];
	const posted = await scene.create(
		'account.move',
		customers.flatMap((customer, index) => [
			document(customer, 'out_invoice', ages[index % ages.length] ?? 0, {}, index % 2 === 0),
			...(index % 3 === 0
				? [
						document(customer, 'out_invoice', ages[(index * 5 + 3) % ages.length] ?? 0, {
							currency_id: currency,
						}),
					]
				: []),
			...(index % 5 === 0 ? [document(customer, 'out_refund', -2, {}, true)] : []),
		]),
	);
	await scene.call('account.move', 'action_post', posted);
	await scene.create('account.move', [
		...every(customers, 7).map((customer) => document(customer, 'out_invoice', 20, {}, true)),
		...every(customers, 11).map((customer) => document(customer, 'out_refund', 20, {})),
	]);
	const onAccount = await scene.create(
		'account.payment',
		every(customers, 6).map((customer) => ({
			payment_type: 'inbound',
			partner_type: 'customer',
			partner_id: customer,
			amount: next(50, 400_000) / 100,
		})),
	);
	await scene.call('account.payment', 'action_post', onAccount);
	for (const invoice of every(posted, 12)) {
		const context = { active_model: 'account.move', active_ids: [invoice] };
		const wizard = z.array(z.number()).parse(
			await scene.client.call('account.payment.register', 'create', {
				args: { vals_list: [{ amount: 1.23 }] },
				context,
			}),
		);
		await scene.call('account.payment.register', 'action_create_payments', wizard, {}, context);
	}
};

/** Ships so much of each move, all orders in one call. */
const deliver = async (scene: Scene, orders: readonly number[], quantity: number) => {
	const pickings = await scene.find(
		'stock.picking',
		[
			['sale_id', 'in', orders],
			['state', 'not in', ['done', 'cancel']],
			['picking_type_code', '=', 'outgoing'],
		],
		['move_ids'],
	);
	const moves = pickings.flatMap(({ move_ids: ids }) => z.array(z.number()).parse(ids));
	await scene.write('stock.move', moves, { quantity, picked: true });
	await scene.call(
		'stock.picking',
		'button_validate',
		pickings.map(({ id }) => id),
		{},
		{ skip_sms: true, skip_backorder: true },
	);
};

/** A return of one piece of each line, to be credited. */
const giveBack = async (scene: Scene, orders: readonly number[]) => {
	const done = await scene.find(
		'stock.picking',
		[
			['sale_id', 'in', orders],
			['state', '=', 'done'],
		],
		['sale_id'],
	);
	const latest = new Map(done.map((picking) => [idOf(picking.sale_id), picking.id]));
	for (const picking of latest.values()) {
		const context = { active_id: picking, active_ids: [picking], active_model: 'stock.picking' };
		const [wizard = 0] = z.array(z.number()).parse(
			await scene.client.call('stock.return.picking', 'create', {
				args: { vals_list: [{}] },
				context,
			}),
		);
		const lines = await scene.find('stock.return.picking.line', [['wizard_id', '=', wizard]], []);
		await scene.write(
			'stock.return.picking.line',
			lines.map(({ id }) => id),
			{ quantity: 1 },
		);
		const { res_id: back } = z
			.object({ res_id: z.number() })
			.parse(
				await scene.call('stock.return.picking', 'action_create_returns', [wizard], {}, context),
			);
		const moves = await scene.find('stock.move', [['picking_id', '=', back]], []);
		await scene.write(
			'stock.move',
			moves.map(({ id }) => id),
			{ quantity: 1, picked: true },
		);
		await scene.call(
			'stock.picking',
			'button_validate',
			[back],
			{},
			{ skip_sms: true, skip_backorder: true },
		);
	}
};

/** What was not delivered yet will not be. */
const cutShort = async (scene: Scene, orders: readonly number[]) => {
	const open = await scene.find(
		'stock.picking',
		[
			['sale_id', 'in', orders],
			['state', 'not in', ['done', 'cancel']],
		],
		[],
	);
	await scene.call(
		'stock.picking',
		'action_cancel',
		open.map(({ id }) => id),
	);
};

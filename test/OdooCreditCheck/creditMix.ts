import type { OdooValues } from '../../nodes/shared/odoo/OdooClient';
import type { Json } from '../../nodes/shared/odoo/OdooTransport';
import { useCurrency } from '../support/scene/currencies';
import { makeCustomers } from '../support/scene/customers';
import { inDays } from '../support/scene/days';
import { giveBack, ship, validate } from '../support/scene/deliveries';
import { invoiceOf, post } from '../support/scene/invoices';
import { uniqueName } from '../support/scene/names';
import { confirm } from '../support/scene/orders';
import { pay, payOnAccount } from '../support/scene/payments';
import { idsOf, many2one, type Records } from '../support/scene/records';
import type { CreditScene } from './creditScene';

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

/**
 * Customers with everything a ledger can hold: invoices of every age, with tax and in a foreign currency, credit notes,
 * part payments, money on account, drafts; orders delivered and invoiced in part, by either policy, in dozens, with
 * discount, over-delivered, returned, cut short, with down payments, cancelled.
 */
export const mixedCustomers = async (scene: CreditScene, count: number): Promise<number[]> => {
	const next = figures(count);
	const customers = await makeCustomers(
		scene,
		Array.from({ length: count }, () => ({ is_company: true, property_payment_term_id: false })),
	);
	const contacts = await makeCustomers(
		scene,
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
	await confirm(scene, made);
	const [first, second] = [every(made, 2), made.filter((_one, index) => index % 2 === 1)];
	await ship(scene, every(first, 2), 3);
	await ship(scene, every(second, 7), 60);
	await ship(scene, every(first, 6), 2);
	await scene.invoiceOrders(every(first, 4), { post: true });
	await scene.invoiceOrders(every(second, 7), { post: false });
	await sendBack(scene, every(first, 10));
	await cutShort(scene, every(first, 8).slice(1));
	for (const order of every(second, 9)) await scene.invoiceOrders([order], { down: next(10, 60) });
	await ship(scene, every(second, 18), 1);
	await scene.invoiceOrders(every(second, 18), { post: true });
	// Orders that count nothing.
	const dropped = await scene.create(
		'sale.order',
		every(customers, 13).map((customer) => ({
			partner_id: customer,
			order_line: [line(goods, 5)],
		})),
	);
	await confirm(scene, dropped);
	await scene.call('sale.order', 'action_cancel', {
		ids: dropped,
		context: { disable_cancel_warning: true },
	});
	return customers;
};

const foreignPricelist = async (
	scene: Records,
): Promise<{ readonly id: number; readonly currency: number }> => {
	const currency = await useCurrency(scene, 'CHF');
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

interface Kind {
	readonly isCredit?: boolean;
	readonly taxed?: boolean;
	readonly values?: OdooValues;
}

const invoices = async (
	scene: Records,
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
		customer: number,
		dueInDays: number,
		{ isCredit = false, taxed = false, values = {} }: Kind = {},
	): OdooValues =>
		invoiceOf(customer, {
			amount: isCredit ? -1 : 1,
			dueInDays,
			line: {
				quantity: next(1, 9),
				price_unit: next(100, 99_999) / 100,
				...(taxed ? { tax_ids: taxes } : {}),
			},
			values,
		});
	const ages = [-130, -91, -90, -61, -45, -31, -30, -12, -1, 0, 1, 30];
	const posted = await scene.create(
		'account.move',
		customers.flatMap((customer, index) => [
			document(customer, ages[index % ages.length] ?? 0, { taxed: index % 2 === 0 }),
			...(index % 3 === 0
				? [
						document(customer, ages[(index * 5 + 3) % ages.length] ?? 0, {
							values: { currency_id: currency },
						}),
					]
				: []),
			...(index % 5 === 0 ? [document(customer, -2, { isCredit: true, taxed: true })] : []),
		]),
	);
	await post(scene, posted);
	await scene.create('account.move', [
		...every(customers, 7).map((customer) => document(customer, 20, { taxed: true })),
		...every(customers, 11).map((customer) => document(customer, 20, { isCredit: true })),
	]);
	await payOnAccount(
		scene,
		every(customers, 6).map((customer) => ({ customer, amount: next(50, 400_000) / 100 })),
	);
	for (const invoice of every(posted, 12)) await pay(scene, invoice, { amount: 1.23 });
};

/** A return of one piece of each line, to be credited. */
const sendBack = async (scene: Records, orders: readonly number[]) => {
	const done = await scene.find(
		'stock.picking',
		[
			['sale_id', 'in', orders],
			['state', '=', 'done'],
		],
		['sale_id'],
	);
	const latest = new Map(done.map((picking) => [many2one.parse(picking.sale_id), picking.id]));
	for (const picking of latest.values()) {
		const back = await giveBack(scene, picking, 1);
		const moves = await scene.find('stock.move', [['picking_id', '=', back]]);
		await scene.write('stock.move', idsOf(moves), { quantity: 1, picked: true });
		await validate(scene, [back]);
	}
};

/** What was not delivered yet will not be. */
const cutShort = async (scene: Records, orders: readonly number[]) => {
	const open = await scene.find('stock.picking', [
		['sale_id', 'in', [...orders]],
		['state', 'not in', ['done', 'cancel']],
	]);
	await scene.call('stock.picking', 'action_cancel', { ids: idsOf(open) });
};

import { axiosClient } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';
import { joinCompany, leaveCompany, makeCompany } from '../../support/scene/companies';
import { giveBack, openTransfers, ship, validate } from '../../support/scene/deliveries';
import { draftCredits, post } from '../../support/scene/invoices';
import { uniqueName } from '../../support/scene/names';
import { idsOf, many2one } from '../../support/scene/records';
import { checkLive, codesIn } from '../creditRun';
import { creditScene } from '../creditScene';

/** Every value of an order counts once, wherever it lies: what a next order of one unit of money sees. */

const scene = creditScene();

jest.setTimeout(300_000);

let item = 0;
let goods = 0;
beforeAll(async () => {
	item = await scene.product();
	goods = await scene.product();
	await scene.stock(goods, 10_000);
});

const dry = { dryRun: true };
const creditFor = async (customer: number, parameters = {}) => {
	const order = await scene.order(customer, { price: 1, item });
	return (await checkLive([order], { ...dry, ...parameters })).creditOf(order);
};
const totalFor = async (customer: number) => (await creditFor(customer)).exposure.total;

/** Ten at 100, confirmed. */
const ten = async (customer: number, more = {}) =>
	await scene.order(customer, { price: 100, quantity: 10, item: goods, confirm: true, ...more });

describe('an order counts once', () => {
	it('with a down payment that is asked for by a draft', async () => {
		const customer = await scene.customer();
		const order = await ten(customer);
		await scene.invoiceOrders([order], { down: 300, post: false });
		expect((await creditFor(customer)).exposure).toMatchObject({
			draftInvoices: 300,
			undelivered: 700,
			downPayments: 300,
			total: 1_001,
		});
	});

	it('with a price credited, whatever Odoo says is invoiced', async () => {
		const customer = await scene.customer();
		const order = await ten(customer);
		await scene.ship(order, 10);
		const invoices = await scene.invoiceOrders([order]);
		await post(scene, await draftCredits(scene, invoices, { price_unit: 5 }));
		expect(await totalFor(customer)).toBe(951);
	});

	it('and not at all once everything was refunded', async () => {
		const customer = await scene.customer();
		const order = await ten(customer);
		await scene.ship(order, 10);
		const invoices = await scene.invoiceOrders([order]);
		await post(scene, await draftCredits(scene, invoices, null));
		expect(await totalFor(customer)).toBe(1);
	});

	it('without a cancelled remainder, although a return is under way', async () => {
		const customer = await scene.customer();
		const order = await ten(customer);
		const [transfer = 0] = await ship(scene, [order], 6);
		await scene.call('stock.picking', 'action_cancel', {
			ids: idsOf(await openTransfers(scene, [order])),
		});
		await giveBack(scene, transfer, 2);
		expect(await totalFor(customer)).toBe(601);
	});

	it('for what had left the house when it was cancelled', async () => {
		const customer = await scene.customer();
		const order = await ten(customer);
		await scene.ship(order, 9);
		await scene.call('sale.order', 'action_cancel', { ids: [order] });
		expect((await creditFor(customer)).exposure).toMatchObject({
			deliveredNotInvoiced: 900,
			undelivered: 0,
		});
	});

	it('with what was added after all of it was invoiced', async () => {
		const customer = await scene.customer();
		const order = await ten(customer);
		await scene.ship(order, 10);
		await scene.invoiceOrders([order]);
		const [line] = await scene.find('sale.order.line', [['order_id', '=', order]]);
		await scene.write('sale.order.line', [line?.id ?? 0], { product_uom_qty: 14 });
		expect((await creditFor(customer)).exposure).toMatchObject({
			receivables: 1_000,
			undelivered: 400,
		});
	});

	it('with what is sent anew after it came back and was credited', async () => {
		const customer = await scene.customer();
		const order = await ten(customer);
		const [transfer = 0] = await ship(scene, [order]);
		await scene.invoiceOrders([order]);
		const back = await giveBack(scene, transfer, 2);
		await validate(scene, [back]);
		await scene.invoiceOrders([order]);
		await giveBack(scene, back, 2);
		expect((await creditFor(customer)).exposure).toMatchObject({
			receivables: 800,
			undelivered: 200,
		});
	});

	it('with tax on what was added at delivery', async () => {
		const [tax] = await scene.find(
			'account.tax',
			[
				['type_tax_use', '=', 'sale'],
				['amount', '=', 15],
				['company_id', '=', 1],
			],
			['amount'],
		);
		const extra = await scene.product({ taxes_id: [[6, 0, [tax?.id ?? 0]]], list_price: 100 });
		await scene.stock(extra, 100);
		const customer = await scene.customer();
		const order = await ten(customer);
		const [open] = await openTransfers(scene, [order]);
		const [transfer] = await scene.find(
			'stock.picking',
			[['id', '=', open?.id ?? 0]],
			['location_id', 'location_dest_id'],
		);
		const [unit] = await scene.find('product.product', [['id', '=', extra]], ['uom_id']);
		await scene.create('stock.move', [
			{
				picking_id: transfer?.id ?? 0,
				product_id: extra,
				product_uom_qty: 3,
				product_uom: many2one.parse(unit?.uom_id),
				location_id: many2one.parse(transfer?.location_id),
				location_dest_id: many2one.parse(transfer?.location_dest_id),
			},
		]);
		await ship(scene, [order]);
		expect((await creditFor(customer)).exposure.deliveredNotInvoiced).toBe(1_345);
	});

	it('the same before it is confirmed and after, where tax is rounded globally', async () => {
		const rounds = async (tax_calculation_rounding_method: string) =>
			await scene.write('res.company', [1], { tax_calculation_rounding_method });
		const [tax] = await scene.find('account.tax', [
			['type_tax_use', '=', 'sale'],
			['amount', '=', 15],
			['company_id', '=', 1],
		]);
		const taxed = await scene.product({ taxes_id: [[6, 0, [tax?.id ?? 0]]] });
		const customer = await scene.customer();
		await rounds('round_globally');
		const [order = 0] = await scene.create('sale.order', [
			{
				partner_id: customer,
				order_line: Array.from({ length: 10 }, () => [
					0,
					0,
					{ product_id: taxed, product_uom_qty: 1, price_unit: 10.03 },
				]),
			},
		]);
		const quoted = (await checkLive([order], dry)).creditOf(order);
		await scene.call('sale.order', 'action_confirm', { ids: [order] });
		const [row] = await scene.find('sale.order', [['id', '=', order]], ['amount_total']);
		await rounds('round_per_line');
		expect(quoted.exposure.total).toBe(row?.amount_total);
		expect((await creditFor(customer)).exposure.undelivered).toBe(row?.amount_total);
	});
});

describe('nothing negative frees a limit', () => {
	it('no quotation below nothing, no draft credit note', async () => {
		const customer = await scene.customer({ credit_limit: 1_000 });
		const negative = await scene.order(customer, { price: -5_000, item });
		expect((await checkLive([negative])).creditOf(negative).exposure.total).toBe(0);
		await scene.invoice(customer, { amount: -400, post: false });
		await scene.invoice(customer, { amount: 100, post: false });
		const credit = await creditFor(customer);
		expect(credit.exposure).toMatchObject({ draftInvoices: 100, total: 101 });
	});
});

describe('a branch', () => {
	it('is the same legal person as the company above it', async () => {
		const branch = await makeCompany(scene, { parent_id: 1 });
		await joinCompany(scene, branch, ['admin', 'o2c']);
		const there = creditScene(axiosClient(liveOdoo().admin), { allowed_company_ids: [branch, 1] });
		const customer = await scene.customer({ credit_limit: 1_000 });
		await there.write('res.partner', [customer], { credit_limit: 1_000 });
		await scene.invoice(customer, { amount: 800, dueInDays: -45 });
		const [odoo] = await there.find('res.partner', [['id', '=', customer]], ['credit']);
		const orders = [
			await there.order(customer, { price: 600, item, more: { company_id: branch } }),
			await scene.order(customer, { price: 50, item }),
		] as const;
		const { creditOf } = await checkLive(orders, {
			...dry,
			rules: { rule: [{ code: 'overdue_days', reaction: 'approve', threshold: 30 }] },
		});
		await leaveCompany(scene, branch, ['o2c']);
		expect(odoo?.credit).toBe(800);
		expect(creditOf(orders[0])).toMatchObject({
			company: { id: branch },
			decision: 'needsApproval',
			exposure: { receivables: 800, overdue: 800, total: 1_400 },
		});
		expect(creditOf(orders[1])).toMatchObject({
			company: { id: 1 },
			decision: 'approved',
			exposure: { total: 850 },
		});
	});
});

describe('overdue', () => {
	it('is nothing that Odoo knows as paid and has not booked yet', async () => {
		const customer = await scene.customer({ credit_limit: 1_500 });
		const invoice = await scene.invoice(customer, { amount: 1_000, dueInDays: -45 });
		const payment = await scene.one('account.payment', {
			payment_type: 'inbound',
			partner_type: 'customer',
			partner_id: customer,
			amount: 1_000,
			invoice_ids: [[6, 0, [invoice]]],
		});
		await scene.write('account.payment', [payment], { outstanding_account_id: false });
		await scene.call('account.payment', 'action_post', { ids: [payment] });
		const [move] = await scene.find(
			'account.move',
			[['id', '=', invoice]],
			['payment_state', 'amount_residual'],
		);
		expect(move).toMatchObject({ payment_state: 'paid', amount_residual: 1_000 });
		expect(await creditFor(customer)).toMatchObject({
			decision: 'approved',
			exposure: { receivables: 1_000, overdue: 0, total: 1_001 },
		});
	});

	it('of a few cents is none with a minimum', async () => {
		const customer = await scene.customer({ credit_limit: 1_000 });
		await scene.invoice(customer, { amount: 0.02, dueInDays: -60 });
		await scene.invoice(customer, { amount: 500, dueInDays: -5 });
		expect(codesIn(await creditFor(customer))).toEqual(['overdue_days']);
		const patient = await creditFor(customer, { options: { overdueMinimum: 10 } });
		expect(codesIn(patient)).toEqual([]);
		expect(patient.exposure.overdue).toBe(500.02);
	});
});

describe('who and what can be decided', () => {
	it('a company whose buyer or invoice address was archived', async () => {
		const customer = await scene.customer({ credit_limit: 1_000 });
		const contact = async (type: string) =>
			await scene.one('res.partner', { name: uniqueName('Contact'), parent_id: customer, type });
		const [buyer, address] = [await contact('contact'), await contact('invoice')];
		const orders = [
			await scene.order(buyer, { price: 5, item, more: { partner_invoice_id: customer } }),
			await scene.order(customer, { price: 5, item, more: { partner_invoice_id: address } }),
		];
		await scene.write('res.partner', [buyer, address], { active: false });
		const { creditOf } = await checkLive(orders, dry);
		for (const order of orders)
			expect(creditOf(order)).toMatchObject({ account: { id: customer }, decision: 'approved' });
	});

	it('all but the orders of a currency without a rate', async () => {
		const id = await scene.one('res.currency', { name: 'XTS', symbol: 'X' });
		const pricelist = await scene.one('product.pricelist', {
			name: uniqueName('Without rate'),
			currency_id: id,
		});
		const [one, other] = [await scene.customer(), await scene.customer()];
		const orders = [
			await scene.order(one, { price: 100, item, more: { pricelist_id: pricelist } }),
			await scene.order(other, { price: 100, item }),
		] as const;
		const { creditOf, failed } = await checkLive(orders, dry);
		expect(failed.map(({ order, error }) => [order.id, error?.message])).toEqual([
			[orders[0], expect.stringContaining('no exchange rate for XTS')],
		]);
		expect(creditOf(orders[1]).decision).toBe('approved');
	});
});

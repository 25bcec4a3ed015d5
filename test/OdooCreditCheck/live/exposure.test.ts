import { axiosClient } from '../../support/axiosExchange';
import { checkLive, codesIn } from '../creditRun';
import { creditScene } from '../creditScene';
import { inDays } from '../../support/scene/days';
import {
	joinCompany,
	leaveCompany,
	makeCompany,
	setDefaultLimit,
} from '../../support/scene/companies';
import { useCurrency } from '../../support/scene/currencies';
import { pay } from '../../support/scene/payments';
import { uniqueName } from '../../support/scene/names';
import { liveOdoo } from '../../support/liveOdoo';

const scene = creditScene();

jest.setTimeout(120_000);

let item = 0;
beforeAll(async () => {
	item = await scene.product();
});

const dry = { dryRun: true };
const exposureOf = async (order: number, parameters = {}) =>
	(await checkLive([order], { ...dry, ...parameters })).creditOf(order).exposure;

describe("a distributor's orders", () => {
	it('count before they are delivered, where Odoo itself counts nothing', async () => {
		const customer = await scene.customer({ credit_limit: 1_000 });
		await scene.order(customer, { price: 64, quantity: 10, item, confirm: true });
		const [partner] = await scene.find(
			'res.partner',
			[['id', '=', customer]],
			['credit_to_invoice'],
		);
		expect(partner?.credit_to_invoice).toBe(0);
		const order = await scene.order(customer, { price: 400, item });
		const { creditOf, needsApproval } = await checkLive([order], dry);
		expect(needsApproval).toHaveLength(1);
		expect(creditOf(order).exposure).toMatchObject({
			undelivered: 640,
			deliveredNotInvoiced: 0,
			thisOrder: 400,
			total: 1_040,
		});
	});

	it('are worth the same on their way from order to invoice', async () => {
		const goods = await scene.product();
		await scene.stock(goods, 100);
		const customer = await scene.customer();
		const order = await scene.order(customer, {
			price: 10,
			quantity: 10,
			item: goods,
			confirm: true,
		});
		const next = await scene.order(customer, { price: 1, item });
		const at = async () => {
			const { undelivered, deliveredNotInvoiced, draftInvoices, receivables, total } =
				await exposureOf(next);
			return { undelivered, deliveredNotInvoiced, draftInvoices, receivables, total };
		};
		expect(await at()).toEqual({
			undelivered: 100,
			deliveredNotInvoiced: 0,
			draftInvoices: 0,
			receivables: 0,
			total: 101,
		});
		await scene.ship(order, 6);
		expect(await at()).toEqual({
			undelivered: 40,
			deliveredNotInvoiced: 60,
			draftInvoices: 0,
			receivables: 0,
			total: 101,
		});
		const [invoice = 0] = await scene.invoiceOrders([order], { post: false });
		expect(await at()).toEqual({
			undelivered: 40,
			deliveredNotInvoiced: 0,
			draftInvoices: 60,
			receivables: 0,
			total: 101,
		});
		await scene.call('account.move', 'action_post', { ids: [invoice] });
		expect(await at()).toEqual({
			undelivered: 40,
			deliveredNotInvoiced: 0,
			draftInvoices: 0,
			receivables: 60,
			total: 101,
		});
	});

	it('are worth less by a down payment, and nothing is deducted twice', async () => {
		const goods = await scene.product();
		await scene.stock(goods, 100);
		const customer = await scene.customer();
		const order = await scene.order(customer, {
			price: 100,
			quantity: 10,
			item: goods,
			confirm: true,
		});
		const next = await scene.order(customer, { price: 1, item });
		await scene.invoiceOrders([order], { down: 300 });
		expect(await exposureOf(next)).toMatchObject({
			receivables: 300,
			undelivered: 700,
			downPayments: 300,
			total: 1_001,
		});
		await scene.ship(order, 10);
		await scene.invoiceOrders([order]);
		expect(await exposureOf(next)).toMatchObject({
			receivables: 1_000,
			undelivered: 0,
			deliveredNotInvoiced: 0,
			downPayments: 0,
			total: 1_001,
		});
	});

	it('beyond the horizon count only what is delivered', async () => {
		const customer = await scene.customer();
		await scene.order(customer, {
			price: 50,
			item,
			confirm: true,
			more: { commitment_date: `${inDays(90)} 12:00:00` },
		});
		await scene.order(customer, {
			price: 30,
			item,
			confirm: true,
			more: { commitment_date: `${inDays(10)} 12:00:00` },
		});
		const next = await scene.order(customer, { price: 1, item });
		expect((await exposureOf(next, { options: { horizonDays: 60 } })).undelivered).toBe(30);
		expect((await exposureOf(next)).undelivered).toBe(80);
	});

	it('placed by contacts and invoiced to addresses count for their company', async () => {
		const company = await scene.customer({ credit_limit: 1_000 });
		const buyer = await scene.one('res.partner', { name: uniqueName('Buyer'), parent_id: company });
		const address = await scene.one('res.partner', {
			name: uniqueName('Accounts payable'),
			parent_id: company,
			type: 'invoice',
		});
		await scene.order(buyer, {
			price: 70,
			item,
			confirm: true,
			more: { partner_invoice_id: address },
		});
		await scene.invoice(company, { amount: 20 });
		const order = await scene.order(buyer, { price: 10, item });
		const { creditOf } = await checkLive([order], dry);
		expect(creditOf(order)).toMatchObject({
			account: { id: company },
			limit: 1_000,
			exposure: { receivables: 20, undelivered: 70, total: 100 },
		});
	});

	it('on hold use up no limit, but for what was delivered', async () => {
		const customer = await scene.customer({ credit_limit: 1_000 });
		const held = await scene.order(customer, { price: 5_000, item, confirm: true });
		await checkLive([held]);
		expect(await scene.tagsOf(held)).toEqual(['Credit Approval Needed']);
		const small = await scene.order(customer, { price: 100, item });
		expect((await checkLive([small])).approved).toHaveLength(1);
	});
});

describe('money that came in', () => {
	it('and is not matched yet is set against the oldest debt', async () => {
		const customer = await scene.customer();
		await scene.invoice(customer, { amount: 100, dueInDays: -50 });
		await scene.invoice(customer, { amount: 100, dueInDays: -10 });
		await scene.invoice(customer, { amount: -30, dueInDays: 0 });
		await scene.payment(customer, 80);
		const order = await scene.order(customer, { price: 1, item });
		expect(await exposureOf(order)).toMatchObject({
			receivables: 90,
			ageing: { days1to30: 90, days31to60: 0 },
			overdue: 90,
			oldestOverdueDays: 10,
		});
	});
});

describe('several currencies', () => {
	it('are brought to the company currency at the one rate date that is stated', async () => {
		const [currency] = await scene.find('res.currency', [['name', '=', 'SEK']], []);
		const id = currency?.id ?? 0;
		await scene.write('res.currency', [id], { active: true });
		const rates = [
			{ name: inDays(-30), rate: 8 },
			{ name: inDays(-5), rate: 10 },
		];
		for (const rate of rates)
			if (
				(
					await scene.find(
						'res.currency.rate',
						[
							['currency_id', '=', id],
							['name', '=', rate.name],
							['company_id', '=', 1],
						],
						[],
					)
				).length === 0
			)
				await scene.create('res.currency.rate', [{ ...rate, currency_id: id, company_id: 1 }]);
		const pricelist = await scene.one('product.pricelist', {
			name: uniqueName('Swedish'),
			currency_id: id,
		});
		const customer = await scene.customer({ credit_limit: 1_000 });
		await scene.order(customer, {
			price: 4_000,
			item,
			confirm: true,
			more: { pricelist_id: pricelist },
		});
		const order = await scene.order(customer, {
			price: 6_000.01,
			item,
			more: { pricelist_id: pricelist },
		});
		const today = (await checkLive([order], dry)).creditOf(order);
		expect(today.exposure).toMatchObject({ undelivered: 400, thisOrder: 600, total: 1_000 });
		// A tenth of an öre above the limit: rounded it is the limit.
		expect(codesIn(today)).toEqual(['limit_exceeded']);
		const then = (
			await checkLive([order], { ...dry, options: { rateDate: `${inDays(-20)}T00:00:00` } })
		).creditOf(order);
		expect(then).toMatchObject({
			rateDate: inDays(-20),
			exposure: { undelivered: 500, thisOrder: 750, total: 1_250 },
		});
	});
});

describe('several companies', () => {
	it('each have their own limit, exposure and currency, in one run', async () => {
		const company = await makeCompany(scene, { currency_id: await useCurrency(scene, 'EUR') });
		await joinCompany(scene, company, ['admin', 'o2c']);
		const sister = creditScene(axiosClient(liveOdoo().admin), { allowed_company_ids: [company] });
		const customer = await scene.customer({ credit_limit: 1_000 });
		await sister.write('res.partner', [customer], { credit_limit: 200 });
		await scene.order(customer, { price: 600, item, confirm: true });
		const here = await scene.order(customer, { price: 300, item });
		const there = await sister.order(customer, { price: 300, item, more: { company_id: company } });
		const { creditOf } = await checkLive([here, there], dry);
		expect(creditOf(here)).toMatchObject({
			decision: 'approved',
			limit: 1_000,
			company: { id: 1 },
			exposure: { total: 900 },
		});
		expect(creditOf(there)).toMatchObject({
			decision: 'needsApproval',
			limit: 200,
			company: { id: company },
			exposure: { total: 300, currency: 'EUR' },
		});
		await leaveCompany(scene, company, ['o2c']);
	});
});

describe('limits in Odoo', () => {
	it("come from the customer; the company's default of zero means not managed", async () => {
		const order = await scene.order(await scene.customer(), { price: 1e6, item });
		const { creditOf } = await checkLive([order], dry);
		expect(creditOf(order)).toMatchObject({
			decision: 'approved',
			limit: null,
			headroom: null,
			utilisation: null,
		});
		expect(codesIn(creditOf(order))).toEqual(['limit_not_managed']);
	});

	it('of zero mean no credit when that is how the company uses them', async () => {
		const order = await scene.order(await scene.customer(), { price: 5, item });
		const { creditOf } = await checkLive([order], { ...dry, options: { zeroIsNoCredit: true } });
		expect(creditOf(order)).toMatchObject({
			decision: 'onHold',
			limit: 0,
			headroom: -5,
			utilisation: null,
		});
		expect(codesIn(creditOf(order))).toEqual(['no_credit']);
	});

	it("of zero mean no credit where the company's default is another", async () => {
		const company = await makeCompany(scene);
		await joinCompany(scene, company, ['admin', 'o2c']);
		const there = creditScene(axiosClient(liveOdoo().admin), { allowed_company_ids: [company] });
		await setDefaultLimit(there, 500, true);
		const [byDefault, none] = [await there.customer(), await there.customer({ credit_limit: 0 })];
		const orders = [
			await there.order(byDefault, { price: 5, item, more: { company_id: company } }),
			await there.order(none, { price: 5, item, more: { company_id: company } }),
		] as const;
		const { creditOf } = await checkLive(orders, dry);
		expect(creditOf(orders[0])).toMatchObject({ decision: 'approved', limit: 500 });
		expect(creditOf(orders[1])).toMatchObject({ decision: 'onHold', limit: 0 });
		const exempt = await checkLive(orders, { ...dry, options: { ownZeroLimit: 'notLimited' } });
		expect(exempt.creditOf(orders[0]).limit).toBe(500);
		expect(exempt.creditOf(orders[1])).toMatchObject({ decision: 'approved', limit: null });
		await leaveCompany(scene, company, ['o2c']);
	});

	it('of zero mean no credit when the policy says so for a customer', async () => {
		const customer = await scene.customer({ credit_limit: 1_000 });
		const order = await scene.order(customer, { price: 5, item });
		const { creditOf } = await checkLive([order], {
			...dry,
			segments: {
				segment: [
					{
						name: 'Prepayment only',
						by: 'customer',
						customers: String(customer),
						changes: { limitSource: 'fixed', fixedLimit: 0 },
					},
				],
			},
		});
		expect(creditOf(order)).toMatchObject({
			decision: 'onHold',
			limit: 0,
			policy: { segments: ['Prepayment only'] },
		});
		expect(codesIn(creditOf(order))).toEqual(['no_credit']);
	});

	it('of a parent company bind all companies below it together', async () => {
		const holding = await scene.customer({ credit_limit: 1_000 });
		const [one, other] = [
			await scene.customer({ parent_id: holding, credit_limit: 900 }),
			await scene.customer({ parent_id: holding, credit_limit: 900 }),
		];
		await scene.invoice(other, { amount: 500 });
		await scene.order(holding, { price: 100, item, confirm: true });
		const order = await scene.order(one, { price: 450, item });
		expect((await checkLive([order], dry)).approved).toHaveLength(1);
		const grouped = (
			await checkLive([order], { ...dry, options: { creditGroup: 'parent' } })
		).creditOf(order);
		expect(grouped).toMatchObject({
			decision: 'needsApproval',
			exposure: { total: 450, group: 1_050 },
		});
		expect(codesIn(grouped)).toEqual(['group_limit_exceeded']);
	});

	it('of a customer tag bind all customers that carry it together', async () => {
		const tag = await scene.one('res.partner.category', { name: uniqueName('Buying group') });
		const [one, other] = [
			await scene.customer({ category_id: [[4, tag]] }),
			await scene.customer({ category_id: [[4, tag]] }),
		];
		await scene.invoice(other, { amount: 500 });
		const order = await scene.order(one, { price: 450, item });
		const grouped = (
			await checkLive([order], {
				...dry,
				options: { creditGroup: 'tag', groupTags: [String(tag)], groupLimit: 949.99 },
			})
		).creditOf(order);
		expect(codesIn(grouped)).toEqual(['group_limit_exceeded', 'limit_not_managed']);
	});
});

describe('what Odoo knows about the customer', () => {
	const strictly = async (order: number, more = {}) =>
		codesIn((await checkLive([order], { ...dry, preset: 'strict', ...more })).creditOf(order));

	it('is looked at by the strict policy: no invoice yet, data missing, no limit', async () => {
		const order = await scene.order(await scene.customer(), { price: 5, item });
		expect(await strictly(order)).toEqual(['limit_not_managed', 'first_order', 'missing_data']);
	});

	it('tells a slow payer by the days that invoices were paid late', async () => {
		const customer = await scene.customer({ credit_limit: 1_000 });
		const invoice = await scene.invoice(customer, { amount: 100, dueInDays: -20 });
		await pay(scene, invoice, { payment_date: inDays(0) });
		const order = await scene.order(customer, { price: 5, item });
		expect(await strictly(order)).toContain('slow_payer');
		expect(
			await strictly(order, {
				rules: { rule: [{ code: 'slow_payer', reaction: 'ask', threshold: 20 }] },
			}),
		).not.toContain('slow_payer');
	});

	it('tells a dispute by the invoice whose payment is blocked', async () => {
		const customer = await scene.customer({ credit_limit: 1_000 });
		const invoice = await scene.invoice(customer, { amount: 100 });
		const order = await scene.order(customer, { price: 5, item });
		expect(codesIn((await checkLive([order], dry)).creditOf(order))).toEqual([]);
		await scene.call('account.move', 'action_toggle_block_payment', { ids: [invoice] });
		expect(codesIn((await checkLive([order], dry)).creditOf(order))).toEqual(['dispute_open']);
	});

	it('tells longer terms, a hold tag, and broken promises from a field', async () => {
		const tag = await scene.one('res.partner.category', { name: uniqueName('Stopped') });
		const term = await scene.one('account.payment.term', {
			name: uniqueName('30 days'),
			line_ids: [
				[0, 0, { value: 'percent', value_amount: 100, delay_type: 'days_after', nb_days: 30 }],
			],
		});
		const customer = await scene.customer({
			credit_limit: 1_000,
			category_id: [[4, tag]],
			color: 5,
		});
		const order = await scene.order(customer, {
			price: 5,
			item,
			more: { payment_term_id: term },
		});
		const { creditOf } = await checkLive([order], {
			...dry,
			options: { holdTags: [String(tag)], brokenPromisesField: 'color' },
			rules: { rule: [{ code: 'broken_promises', reaction: 'ask', threshold: 4 }] },
		});
		expect(codesIn(creditOf(order))).toEqual([
			'customer_on_hold',
			'terms_changed',
			'broken_promises',
		]);
	});

	it('shapes the policy by country, tag, pricelist, team and risk class', async () => {
		const [country] = await scene.find('res.country', [['code', '=', 'DE']], []);
		const tag = await scene.one('res.partner.category', { name: uniqueName('Key') });
		const [team] = await scene.find('crm.team', [], []);
		const pricelist = await scene.one('product.pricelist', { name: uniqueName('Special') });
		const customer = await scene.customer({
			credit_limit: 100,
			country_id: country?.id ?? 0,
			category_id: [[4, tag]],
			trust: 'good',
		});
		const order = await scene.order(customer, {
			price: 150,
			item,
			more: { pricelist_id: pricelist, team_id: team?.id ?? 0 },
		});
		const by = async (segment: Record<string, string | string[]>) => {
			const credit = (
				await checkLive([order], {
					...dry,
					segments: { segment: [{ name: 'Override', changes: { tolerance: 50 }, ...segment }] },
				})
			).creditOf(order);
			return credit.decision;
		};
		expect(await by({ by: 'country', countries: [String(country?.id)] })).toBe('approved');
		expect(await by({ by: 'customerTag', customerTags: [String(tag)] })).toBe('approved');
		expect(await by({ by: 'pricelist', pricelists: [String(pricelist)] })).toBe('approved');
		expect(await by({ by: 'salesTeam', salesTeams: [String(team?.id)] })).toBe('approved');
		expect(await by({ by: 'riskClass', riskClasses: 'excellent, good' })).toBe('approved');
		expect(await by({ by: 'riskClass', riskClasses: 'bad' })).toBe('needsApproval');
	});
});

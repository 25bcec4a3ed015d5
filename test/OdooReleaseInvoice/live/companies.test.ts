import { axiosClient } from '../../support/axiosExchange';
import { codesOf, releaseLive } from '../invoicingRun';
import { invoicingScene } from '../invoicingScene';
import { liveOdoo } from '../../support/liveOdoo';
import { joinCompany, makeCompany } from '../../support/scene/companies';
import { makePipelineUser } from '../../support/scene/pipelineUser';
import { makeSecondCompany, type SecondCompany } from '../../support/scene/secondCompany';

jest.setTimeout(300_000);

const admin = axiosClient(liveOdoo().admin);
const scene = invoicingScene(admin);

const setUp = async () => {
	const [company] = await scene.find('res.users', [['login', '=', 'o2c']], ['company_id']);
	const first = (company?.company_id as [number, string])[0];
	const second = await makeSecondCompany(scene, first);
	const there = invoicingScene(admin, { allowed_company_ids: [second.id] });
	return { first, second, there };
};

describe('two currencies', () => {
	it('are invoiced apart, each in its order’s, even when the customer wants one invoice', async () => {
		const [euro] = await scene.find('res.currency', [['name', '=', 'EUR']], ['name']);
		await scene.write('res.currency', [euro?.id ?? 0], { active: true });
		const rates = await scene.find(
			'res.currency.rate',
			[
				['currency_id', '=', euro?.id ?? 0],
				['name', '=', '2020-01-01'],
			],
			['rate'],
		);
		if (rates.length === 0)
			await scene.one('res.currency.rate', {
				currency_id: euro?.id ?? 0,
				rate: 0.5,
				name: '2020-01-01',
			});
		const pricelist = await scene.one('product.pricelist', {
			name: 'Euro',
			currency_id: euro?.id ?? 0,
		});
		const product = await scene.product('delivery', { taxes_id: [[6, 0, []]] });
		const customer = await scene.customer();
		const dollars = await scene.order(customer, [{ product, quantity: 2, price: 100 }]);
		const euros = await scene.order(customer, [{ product, quantity: 2, price: 100 }], {
			pricelist_id: pricelist,
		});
		await scene.ship([dollars, euros]);
		const { released } = await releaseLive([dollars, euros], { options: { consolidate: true } });
		expect(released).toMatchObject([
			{ invoice: { currency: 'USD', invoices: [{ total: 200, state: 'posted' }] } },
			{ invoice: { currency: 'EUR', invoices: [{ total: 200, state: 'posted' }] } },
		]);
		expect(
			(await scene.invoices([dollars, euros]))
				.map(({ currency_id: currency }) => (currency as [number, string])[1])
				.sort(),
		).toEqual(['EUR', 'USD']);
	});
});

describe('two companies', () => {
	let world: {
		readonly first: number;
		readonly second: SecondCompany;
		readonly there: ReturnType<typeof invoicingScene>;
	};
	beforeAll(async () => {
		world = await setUp();
	});

	it('invoice their orders of one customer apart, in one run', async () => {
		const { first, second, there } = world;
		const customer = await scene.customer();
		const product = await scene.product('delivery', { taxes_id: [[6, 0, []]] });
		const here = await scene.order(customer, [{ product, quantity: 1, price: 50 }], {
			company_id: first,
		});
		const abroad = await there.order(customer, [{ product, quantity: 1, price: 50 }], {
			company_id: second.id,
		});
		await scene.ship([here]);
		await there.ship([abroad]);
		const { released, failed } = await releaseLive(
			[here, abroad],
			{ options: { consolidate: true } },
			{ credential: second.credential },
		);
		expect(failed).toEqual([]);
		expect(released).toHaveLength(2);
		const both = invoicingScene(admin, { allowed_company_ids: [first, second.id] });
		const invoices = await both.invoices([here, abroad]);
		expect(invoices).toMatchObject([{ state: 'posted' }, { state: 'posted' }]);
		expect(
			invoices.map(({ company_id: company }) => (company as [number, string])[0]).sort(),
		).toEqual([first, second.id].sort());
	});

	it('look at the credit limit of the order’s own company', async () => {
		const { second, there } = world;
		const customer = await scene.customer();
		await there.write('res.partner', [customer], {
			use_partner_credit_limit: true,
			credit_limit: 10,
		});
		const product = await scene.product('delivery', { taxes_id: [[6, 0, []]] });
		const here = await scene.order(customer, [{ product, quantity: 1, price: 50 }]);
		const abroad = await there.order(customer, [{ product, quantity: 1, price: 50 }], {
			company_id: second.id,
		});
		await scene.ship([here]);
		await there.ship([abroad]);
		const { released, held } = await releaseLive(
			[here, abroad],
			{ options: { recheckCredit: true } },
			{ credential: second.credential },
		);
		expect(released).toMatchObject([{ order: { id: here } }]);
		expect(held.map((item) => [item.order.id, ...codesOf(item)])).toEqual([
			[abroad, 'creditLimitExceeded'],
		]);
	});

	it('hide their orders from a user of the other one', async () => {
		const { second, there } = world;
		const abroad = await there.order(
			await scene.customer(),
			[{ product: await scene.product('delivery'), quantity: 1 }],
			{ company_id: second.id },
		);
		const { failed } = await releaseLive([abroad]);
		expect(failed).toMatchObject([{ error: { class: 'missingRecord' } }]);
	});
});

describe('a branch', () => {
	it('invoices a customer of the company above it, also by a user of the branch alone', async () => {
		const branch = await makeCompany(scene, { parent_id: 1 });
		await joinCompany(scene, branch, ['admin']);
		const there = invoicingScene(admin, { allowed_company_ids: [branch, 1] });
		const { credential } = await makePipelineUser(scene, [branch]);
		const customer = await scene.customer({ company_id: 1 });
		const product = await scene.product('order', { type: 'service', taxes_id: [[6, 0, []]] });
		const order = await there.order(customer, [{ product, quantity: 1, price: 50 }], {
			company_id: branch,
		});
		const { released, held, failed } = await releaseLive(
			[order],
			{ milestone: 'onOrder' },
			{ credential },
		);
		expect({ held: held.map(codesOf), failed }).toEqual({ held: [], failed: [] });
		expect(released).toMatchObject([{ invoice: { invoices: [{ state: 'posted', total: 50 }] } }]);
	});
});

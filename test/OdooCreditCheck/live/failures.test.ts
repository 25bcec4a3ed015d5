import { axiosClient } from '../../support/axiosExchange';
import { checkLive } from '../creditRun';
import { creditScene } from '../creditScene';
import { joinCompany, leaveCompany, makeCompany } from '../../support/scene/companies';
import { uniqueName } from '../../support/scene/names';
import { liveOdoo } from '../../support/liveOdoo';

jest.setTimeout(120_000);

const scene = creditScene();

let item = 0;
let good = 0;
beforeAll(async () => {
	item = await scene.product();
	good = await scene.order(await scene.customer({ credit_limit: 1_000 }), { price: 10, item });
});

/** The bad order between two good ones. */
const among = async (bad: number, credential?: Record<string, string | number>) => {
	const other = await scene.order(await scene.customer({ credit_limit: 1_000 }), {
		price: 10,
		item,
	});
	const { approved, failed } = await checkLive([good, bad, other], {}, credential);
	expect(approved.map(({ order }) => order.id)).toEqual([good, other]);
	expect(failed).toHaveLength(1);
	return failed[0];
};

describe('an order that cannot be decided fails alone', () => {
	it('when it does not exist', async () => {
		expect(await among(99_999_999)).toMatchObject({
			error: {
				class: 'missingRecord',
				retryable: false,
				message: expect.stringContaining('99999999'),
			},
		});
	});

	it('when its customer is archived', async () => {
		const customer = await scene.customer({ name: uniqueName('Gone') });
		const order = await scene.order(customer, { price: 10, item });
		await scene.write('res.partner', [customer], { active: false });
		expect(await among(order)).toMatchObject({
			error: {
				class: 'validation',
				message: expect.stringMatching(/the customer 'Gone .*' is archived/),
			},
		});
	});

	it('when it belongs to a company this user does not work for', async () => {
		const company = await makeCompany(scene);
		await joinCompany(scene, company, ['admin']);
		const abroad = creditScene(axiosClient(liveOdoo().admin), { allowed_company_ids: [company] });
		const order = await abroad.order(await abroad.customer(), {
			price: 10,
			item,
			more: { company_id: company },
		});
		expect(await among(order)).toMatchObject({
			error: { class: 'missingRecord', message: expect.stringContaining('may not see it') },
		});
	});

	it('when it belongs to another company than the credential is for', async () => {
		const { credential } = liveOdoo();
		const company = await makeCompany(scene);
		await joinCompany(scene, company, ['admin', 'o2c']);
		const abroad = creditScene(axiosClient(liveOdoo().admin), { allowed_company_ids: [company] });
		const order = await abroad.order(await abroad.customer(), {
			price: 10,
			item,
			more: { company_id: company },
		});
		expect(await among(order, { ...credential, companyId: 1 })).toMatchObject({
			error: { class: 'missingRecord' },
		});
		await leaveCompany(scene, company, ['o2c']);
	});

	it('or is cancelled, which is a decision: on hold, and nothing is written', async () => {
		const cancelled = await scene.order(await scene.customer(), { price: 10, item });
		await scene.call('sale.order', 'action_cancel', { ids: [cancelled] });
		const { onHold } = await checkLive([good, cancelled]);
		expect(onHold).toMatchObject([
			{
				order: { id: cancelled },
				credit: { reasons: [{ code: 'order_cancelled' }], effects: { note: 'off', tag: 'off' } },
			},
		]);
	});
});

describe('a user without accounting rights', () => {
	it('is told which right is missing, and nothing passes', async () => {
		const groups = await scene.find(
			'ir.model.data',
			[
				['module', '=', 'sales_team'],
				['name', '=', 'group_sale_salesman_all_leads'],
			],
			['res_id'],
		);
		const login = `seller_${Date.now()}`;
		const key = uniqueName('key');
		await scene.one('res.users', {
			name: 'Seller',
			login,
			password: key,
			group_ids: [[6, 0, groups.map(({ res_id: id }) => Number(id))]],
		});
		const { url, database } = liveOdoo().user;
		const { approved, failed } = await checkLive(
			[good],
			{},
			{
				url,
				database,
				apiKey: key,
				apiVersion: 'jsonRpc',
				userName: login,
				companyId: 0,
			},
		);
		expect(approved).toEqual([]);
		expect(failed).toMatchObject([{ error: { class: 'accessDenied', retryable: false } }]);
	});
});

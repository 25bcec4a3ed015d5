import { checkCredit } from '../../../nodes/OdooCreditCheck/run';
import { OdooClient } from '../../../nodes/shared/odoo/OdooClient';
import type { OdooTransport } from '../../../nodes/shared/odoo/OdooTransport';
import { axiosClient, axiosTransport } from '../../support/axiosExchange';
import { checkLive } from '../creditRun';
import { creditScene } from '../creditScene';
import { creditSettings } from '../creditSettings';
import { realHost } from '../../support/hosts';
import { liveOdoo } from '../../support/liveOdoo';

jest.setTimeout(120_000);

const scene = creditScene();

let item = 0;
beforeAll(async () => {
	item = await scene.product();
	// The tags exist before runs compete, as they do after the first run of all.
	await checkLive([
		await scene.order(await scene.customer({ credit_limit: 1 }), { price: 2, item }),
	]);
});

const outcomeOf = async (
	runs: readonly Awaited<ReturnType<typeof checkLive>>[],
	orders: readonly number[],
) => orders.map((id, index) => runs[index]?.creditOf(id).decision).sort();

describe('two runs at once', () => {
	it.each([1, 2, 3, 4, 5, 6])('cannot both use up the same limit (time %i)', async () => {
		const customer = await scene.customer({ credit_limit: 1_000 });
		const orders = [
			await scene.order(customer, { price: 600, item }),
			await scene.order(customer, { price: 600, item }),
		];
		const runs = await Promise.all(orders.map(async (id) => await checkLive([id])));
		expect(await outcomeOf(runs, orders)).toEqual(['approved', 'needsApproval']);
		for (const id of orders) expect(await scene.notes(id)).toHaveLength(1);
	});

	it('both pass when there is room for both', async () => {
		const customer = await scene.customer({ credit_limit: 2_000 });
		const orders = [
			await scene.order(customer, { price: 600, item }),
			await scene.order(customer, { price: 600, item }),
		];
		const runs = await Promise.all(orders.map(async (id) => await checkLive([id])));
		expect(await outcomeOf(runs, orders)).toEqual(['approved', 'approved']);
	});

	it('see each other when they confirm as well', async () => {
		const customer = await scene.customer({ credit_limit: 1_000 });
		const orders = [
			await scene.order(customer, { price: 600, item }),
			await scene.order(customer, { price: 600, item }),
		];
		const runs = await Promise.all(
			orders.map(async (id) => await checkLive([id], { confirmQuotations: true })),
		);
		expect(await outcomeOf(runs, orders)).toEqual(['approved', 'needsApproval']);
		expect((await Promise.all(orders.map(scene.stateOf))).sort()).toEqual(['draft', 'sale']);
	});

	it('with several orders each stay within the limit together', async () => {
		const customer = await scene.customer({ credit_limit: 1_000 });
		const mine = await Promise.all(
			[300, 300, 300].map(async (price) => await scene.order(customer, { price, item })),
		);
		const theirs = await Promise.all(
			[250, 250, 250].map(async (price) => await scene.order(customer, { price, item })),
		);
		await Promise.all([checkLive(mine), checkLive(theirs)]);
		const after = await checkLive([...mine, ...theirs], { dryRun: true });
		const approved = [
			...mine.map((id) => ({ id, price: 300 })),
			...theirs.map((id) => ({ id, price: 250 })),
		].filter(({ id }) => after.creditOf(id).decision === 'approved');
		const sum = approved.reduce((total, { price }) => total + price, 0);
		expect(sum).toBeLessThanOrEqual(1_000);
		expect(sum).toBeGreaterThanOrEqual(750);
	});
});

/** Runs something else, whole, before the n-th call to Odoo. */
const interrupted = (before: number, other: () => Promise<unknown>): OdooClient => {
	const real = axiosTransport(liveOdoo().user);
	let count = 0;
	const transport: OdooTransport = {
		version: real.version,
		userId: real.userId,
		async call(model, method, call) {
			count += 1;
			if (count === before) await other();
			return await real.call(model, method, call);
		},
	};
	// One call at a time, so that the n-th is always the same.
	return new OdooClient(transport, { host: realHost, concurrency: 1 });
};

describe('another run, whole, in the middle of a run', () => {
	it.each(Array.from({ length: 14 }, (_one, index) => index + 1))(
		'before call %i: the limit is used up once',
		async (before) => {
			const customer = await scene.customer({ credit_limit: 1_000 });
			const mine = await scene.order(customer, { price: 600, item });
			const theirs = await scene.order(customer, { price: 600, item });
			const other = async () =>
				await checkCredit(axiosClient(liveOdoo().user), [theirs], creditSettings());
			const client = interrupted(before, other);
			const outcome = (await checkCredit(client, [mine], creditSettings())).get(mine);
			const after = await checkCredit(
				axiosClient(liveOdoo().user),
				[mine, theirs],
				creditSettings({ dryRun: true }),
			);
			const decisions = [...after.values()].map((one) =>
				one.kind === 'decided' ? one.credit.decision : String(one.error),
			);
			expect(decisions.filter((decision) => decision === 'approved')).toHaveLength(1);
			expect(outcome?.kind === 'decided' && outcome.credit.decision).toBe(decisions[0]);
		},
	);

	it.each([4, 6, 8, 9])(
		'before call %i: an approval of an earlier run stays valid',
		async (before) => {
			const customer = await scene.customer({ credit_limit: 2_000 });
			const prices = [700, 600, 600];
			const [early = 0, mine = 0, theirs = 0] = await Promise.all(
				prices.map(async (price) => await scene.order(customer, { price, item })),
			);
			await checkCredit(axiosClient(liveOdoo().user), [early], creditSettings());
			const client = interrupted(
				before,
				async () => await checkCredit(axiosClient(liveOdoo().user), [theirs], creditSettings()),
			);
			const outcomes = await checkCredit(client, [early, mine], creditSettings());
			const reasons = [early, mine].map((id) => {
				const outcome = outcomes.get(id);
				return outcome?.kind === 'decided'
					? outcome.credit.reasons.map(({ code }) => code)
					: String(outcome?.error);
			});
			expect(reasons).toEqual([['approved_before'], []]);
		},
	);
});

describe('four runs at once', () => {
	it('approve as many orders as the limit has room for', async () => {
		const customer = await scene.customer({ credit_limit: 1_000 });
		const orders = await Promise.all(
			[1, 2, 3, 4].map(async () => await scene.order(customer, { price: 400, item })),
		);
		const runs = await Promise.all(orders.map(async (id) => await checkLive([id])));
		expect(await outcomeOf(runs, orders)).toEqual([
			'approved',
			'approved',
			'needsApproval',
			'needsApproval',
		]);
	});

	it('on the same order decide it once', async () => {
		const order = await scene.order(await scene.customer({ credit_limit: 1_000 }), {
			price: 400,
			item,
		});
		const runs = await Promise.all([1, 2, 3, 4].map(async () => await checkLive([order])));
		expect(runs.map(({ creditOf }) => creditOf(order).decision)).toEqual(Array(4).fill('approved'));
		expect(await scene.notes(order)).toHaveLength(1);
	});
});

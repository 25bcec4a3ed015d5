import { checkLive, codesIn } from '../creditRun';
import { creditScene } from '../creditScene';

jest.setTimeout(120_000);

const scene = creditScene();

let item = 0;
beforeAll(async () => {
	item = await scene.product();
});

describe('an order within the limit', () => {
	it('is approved, noted once, and carries no tag', async () => {
		const customer = await scene.customer({ credit_limit: 1_000 });
		const order = await scene.order(customer, { price: 400, item });
		const { approved, creditOf } = await checkLive([order]);
		expect(approved).toHaveLength(1);
		expect(creditOf(order)).toMatchObject({
			decision: 'approved',
			reasons: [],
			limit: 1_000,
			headroom: 600,
			utilisation: 40,
			exposure: { receivables: 0, thisOrder: 400, total: 400 },
			policy: { name: 'Standard', hash: expect.stringMatching(/^[0-9a-f]{12}$/) },
			effects: { note: 'written', tag: 'kept', confirmed: false },
		});
		expect(await scene.notes(order)).toHaveLength(1);
		expect(await scene.tagsOf(order)).toEqual([]);
	});
});

describe('an order above the limit', () => {
	it('needs approval, and its note says why in words', async () => {
		const customer = await scene.customer({ credit_limit: 1_000 });
		await scene.invoice(customer, { amount: 700 });
		const order = await scene.order(customer, { price: 400, item });
		const { needsApproval, creditOf } = await checkLive([order]);
		expect(needsApproval).toHaveLength(1);
		expect(creditOf(order)).toMatchObject({
			decision: 'needsApproval',
			reasons: [{ code: 'limit_exceeded', reaction: 'ask', actual: 1_100, threshold: 1_000 }],
			headroom: -100,
			approval: { level: 'manager', overLimit: 100 },
		});
		expect(await scene.tagsOf(order)).toEqual(['Credit Approval Needed']);
		const [note] = await scene.notes(order);
		expect(note?.body).toContain('would owe 1,100.00');
		expect(note?.body).toContain('Policy Standard');
	});
});

describe('an order of a customer with an old debt', () => {
	it('goes on hold with a tag', async () => {
		const customer = await scene.customer({ credit_limit: 10_000 });
		await scene.invoice(customer, { amount: 100, dueInDays: -45 });
		const order = await scene.order(customer, { price: 400, item, confirm: true });
		const { onHold, creditOf } = await checkLive([order]);
		expect(onHold).toHaveLength(1);
		expect(codesIn(creditOf(order))).toEqual(['overdue_days']);
		expect(creditOf(order).exposure).toMatchObject({
			ageing: { days31to60: 100 },
			oldestOverdueDays: 45,
			thisOrder: 400,
			total: 500,
		});
		expect(await scene.tagsOf(order)).toEqual(['Credit Hold']);
	});
});

describe('running again', () => {
	it('writes nothing more and says the same', async () => {
		const customer = await scene.customer({ credit_limit: 1_000 });
		await scene.invoice(customer, { amount: 100, dueInDays: -45 });
		const other = await scene.customer({ credit_limit: 1_000 });
		const orders = [
			await scene.order(customer, { price: 400, item }),
			await scene.order(other, { price: 400, item }),
			await scene.order(other, { price: 900, item }),
		];
		const first = await checkLive(orders);
		const before = await scene.find(
			'sale.order',
			[['id', 'in', orders]],
			['write_date', 'message_ids'],
		);
		const second = await checkLive(orders);
		expect(orders.map((id) => second.creditOf(id).decision)).toEqual(
			orders.map((id) => first.creditOf(id).decision),
		);
		expect(orders.map((id) => second.creditOf(id).effects.note)).toEqual(['kept', 'kept', 'kept']);
		expect(
			await scene.find('sale.order', [['id', 'in', orders]], ['write_date', 'message_ids']),
		).toEqual(before);
	});
});

describe('Dry Run', () => {
	it('decides in full and writes nothing', async () => {
		const customer = await scene.customer({ credit_limit: 100 });
		const order = await scene.order(customer, { price: 400, item });
		const before = await scene.find(
			'sale.order',
			[['id', '=', order]],
			['write_date', 'message_ids', 'tag_ids', 'state'],
		);
		const { creditOf } = await checkLive([order], { dryRun: true, confirmQuotations: true });
		expect(creditOf(order)).toMatchObject({
			decision: 'needsApproval',
			dryRun: true,
			effects: { note: 'written', tag: 'added' },
		});
		expect(
			await scene.find(
				'sale.order',
				[['id', '=', order]],
				['write_date', 'message_ids', 'tag_ids', 'state'],
			),
		).toEqual(before);
	});
});

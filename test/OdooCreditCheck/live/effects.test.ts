import { checkLive, codesIn } from '../creditRun';
import { creditScene } from '../creditScene';
import { inDays } from '../../support/scene/days';

jest.setTimeout(120_000);

const scene = creditScene();

let item = 0;
beforeAll(async () => {
	item = await scene.product();
});

const poor = async () => await scene.customer({ credit_limit: 100 });
const rich = async () => await scene.customer({ credit_limit: 100_000 });
const late = async (limit = 100_000) => {
	const customer = await scene.customer({ credit_limit: limit });
	const debt = await scene.invoice(customer, { amount: 50, dueInDays: -45 });
	return { customer, debt };
};

describe('the note', () => {
	it('tells a salesperson the reasons, figures, data time, policy and its hash', async () => {
		const order = await scene.order(await poor(), { price: 400, item });
		const { creditOf } = await checkLive([order]);
		const [note] = await scene.notes(order);
		const body = String(note?.body);
		expect(body).toContain('Needs Approval');
		expect(body).toMatch(
			/The customer would owe 400\.00 \w{3}; the credit limit allows 100\.00 \w{3}\./,
		);
		expect(body).toContain(`Policy Standard, version ${creditOf(order).policy.hash}.`);
		expect(body).toMatch(/Figures as of \w{3} \d{1,2}, \d{4}, \d{2}:\d{2} \(UTC\)/);
		expect(body).toMatch(/<td>This order<\/td>/);
	});

	it('is written as the pipeline user, and escapes what a customer is called', async () => {
		const customer = await scene.customer({ name: 'Rock & <b>Roll</b> Ltd', credit_limit: 1_000 });
		const order = await scene.order(customer, { price: 1, item });
		await checkLive([order]);
		const [note] = await scene.notes(order);
		expect(note?.author_id).toMatchObject([
			expect.any(Number),
			expect.stringContaining('Order-to-Cash'),
		]);
		expect(String(note?.body)).toContain('Rock &amp; &lt;b&gt;Roll&lt;/b&gt; Ltd');
	});

	it('is left out when it is off', async () => {
		const order = await scene.order(await poor(), { price: 400, item });
		const { creditOf } = await checkLive([order], { writeNote: false });
		expect(creditOf(order).effects.note).toBe('off');
		expect(await scene.notes(order)).toEqual([]);
	});

	it('comes once for each decision, and a new one when the decision changes', async () => {
		const { customer, debt } = await late();
		const order = await scene.order(customer, { price: 400, item });
		await checkLive([order]);
		await checkLive([order]);
		expect(await scene.notes(order)).toHaveLength(1);
		await scene.call('account.move', 'button_draft', { ids: [debt] });
		await scene.call('account.move', 'button_cancel', { ids: [debt] });
		expect((await checkLive([order])).approved).toHaveLength(1);
		await checkLive([order]);
		const notes = await scene.notes(order);
		expect(notes).toHaveLength(2);
		expect(String(notes[1]?.body)).toContain('Approved');
	});

	it('comes again when the same decision is taken a second time later', async () => {
		const { customer, debt } = await late();
		const order = await scene.order(customer, { price: 400, item });
		const anew = { options: { validityDays: 0 } };
		await checkLive([order], anew);
		await scene.call('account.move', 'button_draft', { ids: [debt] });
		await checkLive([order], anew);
		await scene.call('account.move', 'action_post', { ids: [debt] });
		await checkLive([order], anew);
		expect(
			(await scene.notes(order)).map(
				({ body }) => /: (\w+ ?\w*)<\/strong>/.exec(String(body))?.[1],
			),
		).toEqual(['On Hold', 'Approved', 'On Hold']);
	});
});

describe('the tag', () => {
	it('changes with the decision and goes when the order passes', async () => {
		const { customer, debt } = await late(100);
		const order = await scene.order(customer, { price: 400, item });
		await checkLive([order]);
		expect(await scene.tagsOf(order)).toEqual(['Credit Hold']);
		await scene.call('account.move', 'button_draft', { ids: [debt] });
		await checkLive([order]);
		expect(await scene.tagsOf(order)).toEqual(['Credit Approval Needed']);
		await scene.write('res.partner', [customer], { credit_limit: 1_000 });
		expect((await checkLive([order])).creditOf(order).effects.tag).toBe('removed');
		expect(await scene.tagsOf(order)).toEqual([]);
	});

	it('may have other names, and leaves other tags alone', async () => {
		const [mine] = await scene.create('crm.tag', [{ name: `Mine ${Date.now()}` }]);
		const order = await scene.order(await poor(), {
			price: 400,
			item,
			more: { tag_ids: [[4, mine ?? 0]] },
		});
		await checkLive([order], { options: { approvalTag: 'Ask Finance' } });
		expect((await scene.tagsOf(order)).sort()).toEqual([
			'Ask Finance',
			expect.stringContaining('Mine'),
		]);
	});

	it('is left out when it is off', async () => {
		const order = await scene.order(await poor(), { price: 400, item });
		await checkLive([order], { setTags: false });
		expect(await scene.tagsOf(order)).toEqual([]);
	});

	it('put on by a person holds the order until that person takes it off', async () => {
		const order = await scene.order(await rich(), { price: 400, item });
		const [tag] = await scene.find('crm.tag', [['name', '=', 'Credit Hold']], []);
		await scene.write('sale.order', [order], { tag_ids: [[4, tag?.id ?? 0]] });
		for (const time of ['first', 'second']) {
			const { creditOf } = await checkLive([order]);
			expect({ time, codes: codesIn(creditOf(order)), tags: await scene.tagsOf(order) }).toEqual({
				time,
				codes: ['order_on_hold'],
				tags: ['Credit Hold'],
			});
		}
		await scene.untag(order);
		expect(codesIn((await checkLive([order])).creditOf(order))).toEqual([]);
	});
});

describe('confirming', () => {
	it('confirms what is approved, and only that', async () => {
		const good = await scene.order(await rich(), { price: 400, item });
		const bad = await scene.order(await poor(), { price: 400, item });
		const { creditOf } = await checkLive([good, bad], { confirmQuotations: true });
		expect([creditOf(good).effects.confirmed, creditOf(bad).effects.confirmed]).toEqual([
			true,
			false,
		]);
		expect([await scene.stateOf(good), await scene.stateOf(bad)]).toEqual(['sale', 'draft']);
		const again = await checkLive([good, bad], { confirmQuotations: true });
		expect(again.creditOf(good)).toMatchObject({
			decision: 'approved',
			effects: { note: 'kept', confirmed: false },
		});
	});

	it('reports an order that Odoo refuses to confirm, and confirms the others', async () => {
		const customer = await rich();
		const good = await scene.order(customer, { price: 400, item });
		const empty = await scene.one('sale.order', {
			partner_id: customer,
			order_line: [[0, 0, { name: 'Without a product', product_uom_qty: 1, price_unit: 5 }]],
		});
		const { approved, failed } = await checkLive([empty, good], { confirmQuotations: true });
		expect(approved.map(({ order }) => order.id)).toEqual([good]);
		expect(failed).toMatchObject([
			{
				order: { id: empty },
				error: {
					class: 'validation',
					retryable: false,
					message: expect.stringContaining('sale.order.action_confirm'),
				},
			},
		]);
		expect(await scene.stateOf(good)).toBe('sale');
	});
});

describe('reserved stock', () => {
	const reservedOf = async (order: number) =>
		(await scene.find('stock.move', [['sale_line_id.order_id', '=', order]], ['quantity'])).map(
			({ quantity }) => quantity,
		);

	it('of a held confirmed order is given back, others keep theirs', async () => {
		const goods = await scene.product();
		await scene.stock(goods, 50);
		const { customer } = await late();
		const held = await scene.order(customer, {
			price: 10,
			quantity: 5,
			item: goods,
			confirm: true,
		});
		const kept = await scene.order(await rich(), {
			price: 10,
			quantity: 3,
			item: goods,
			confirm: true,
		});
		expect([await reservedOf(held), await reservedOf(kept)]).toEqual([[5], [3]]);
		const { creditOf } = await checkLive([held, kept], { releaseReservations: true });
		expect([
			creditOf(held).effects.reservationsReleased,
			creditOf(kept).effects.reservationsReleased,
		]).toEqual([true, false]);
		expect([await reservedOf(held), await reservedOf(kept)]).toEqual([[0], [3]]);
	});

	it('stays when it is off', async () => {
		const goods = await scene.product();
		await scene.stock(goods, 50);
		const { customer } = await late();
		const held = await scene.order(customer, {
			price: 10,
			quantity: 5,
			item: goods,
			confirm: true,
		});
		await checkLive([held]);
		expect(await reservedOf(held)).toEqual([5]);
	});
});

describe('an approval', () => {
	it('lasts while the order hardly grows, and not when it grows more', async () => {
		const customer = await scene.customer({ credit_limit: 1_000 });
		const order = await scene.order(customer, { price: 950, item });
		expect((await checkLive([order])).approved).toHaveLength(1);
		const [made] = await scene.find('sale.order.line', [['order_id', '=', order]], []);
		await scene.write('sale.order.line', [made?.id ?? 0], { price_unit: 1_040 });
		expect(codesIn((await checkLive([order])).creditOf(order))).toEqual([
			'approved_before',
			'limit_exceeded',
		]);
		await scene.write('sale.order.line', [made?.id ?? 0], { price_unit: 1_046 });
		expect((await checkLive([order])).needsApproval).toHaveLength(1);
		expect(await scene.tagsOf(order)).toEqual(['Credit Approval Needed']);
	});

	it('of a quotation counts for the next order of the customer, in another run', async () => {
		const customer = await scene.customer({ credit_limit: 1_000 });
		const first = await scene.order(customer, { price: 700, item });
		const second = await scene.order(customer, { price: 400, item });
		expect((await checkLive([first])).approved).toHaveLength(1);
		const { needsApproval, creditOf } = await checkLive([second]);
		expect(needsApproval).toHaveLength(1);
		expect(creditOf(second).exposure).toMatchObject({
			approvedQuotations: 700,
			thisOrder: 400,
			total: 1_100,
		});
	});

	it('is asked of those who may give it, not of the salesperson', async () => {
		const users = await scene.find(
			'res.users',
			[
				['share', '=', false],
				['active', '=', true],
			],
			['name'],
		);
		const [first, second] = users;
		const order = await scene.order(await poor(), {
			price: 400,
			item,
			more: { user_id: first?.id ?? 0 },
		});
		const { creditOf } = await checkLive([order], {
			approvalMatrix: {
				row: [
					{
						level: 'manager',
						approvers: [String(first?.id), String(second?.id)],
						bounds: { upToOverLimit: 300 },
					},
					{ level: 'director', approvers: [], bounds: {} },
				],
			},
		});
		expect(creditOf(order).approval).toMatchObject({
			level: 'manager',
			excluded: [{ id: first?.id, because: 'salesperson' }],
		});
		expect(creditOf(order).approval?.approvers.map(({ name }) => name)).not.toContain(first?.name);
	});
});

describe('temporary limits and dates', () => {
	it('hold on their days only', async () => {
		const customer = await poor();
		const order = await scene.order(customer, { price: 400, item });
		const until = (days: number) => ({
			dryRun: true,
			options: {
				temporaryAmount: 500,
				temporaryFrom: `${inDays(-10)}T00:00:00`,
				temporaryUntil: `${inDays(days)}T00:00:00`,
			},
		});
		expect((await checkLive([order], until(2))).approved).toHaveLength(1);
		expect((await checkLive([order], until(-3))).needsApproval).toHaveLength(1);
	});
});

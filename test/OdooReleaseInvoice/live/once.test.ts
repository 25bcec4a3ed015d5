import type { InvoicingOrder } from '../../../nodes/OdooReleaseInvoice/core/facts';
import { releaseOrders, type ReleaseRun } from '../../../nodes/OdooReleaseInvoice/releaseOrders';
import { cutClient, type Cut } from '../../support/cutOdoo';
import { aRun, DEFAULT_POLICY } from '../invoicingOrder';
import { releaseLive } from '../invoicingRun';
import { invoicingScene } from '../invoicingScene';
import { liveOdoo } from '../../support/liveOdoo';

jest.setTimeout(300_000);

const scene = invoicingScene();
const { user } = liveOdoo();

const supplied = (ids: readonly number[]) =>
	new Map(ids.map((id) => [id, { proof: null, reference: `PO ${id}`, narration: null }]));
const run = (ids: readonly number[], more: Partial<ReleaseRun> = {}): ReleaseRun =>
	aRun({ supplied: supplied(ids), ...more });

const kindOf = (order: InvoicingOrder | undefined) =>
	order?.invoices.map(({ state }) => state).join();

/** What must be true in the end, whatever happened before: invoiced once, dated, referenced, noted on order and invoice. */
const expectInvoicedOnce = async (orders: readonly number[]) => {
	const invoices = await scene.invoices(orders);
	expect(invoices.map(({ state, ref }) => [state, ref]).sort()).toEqual(
		orders.map((id) => ['posted', `PO ${id}`]).sort(),
	);
	for (const line of await scene.orderLines(orders))
		expect(line).toMatchObject({ qty_invoiced: line.qty_delivered, qty_to_invoice: 0 });
	expect(await scene.notes('sale.order', orders)).toHaveLength(orders.length);
	expect(
		await scene.notes(
			'account.move',
			invoices.map(({ id }) => id),
		),
	).toHaveLength(orders.length);
};

const deliveredOrders = async (count: number) => {
	const product = await scene.product('delivery');
	const orders = await scene.orders(
		await scene.customer(),
		Array.from({ length: count }, (_, index) => [{ product, quantity: index + 1 }]),
	);
	await scene.ship(orders);
	return orders;
};

const WRITES = [
	'sale.advance.payment.inv.create',
	'sale.advance.payment.inv.create_invoices',
	'mail.message.load',
	'account.move.load',
	'account.move.action_post',
];
const cuts: readonly (Cut & { readonly when: string })[] = WRITES.flatMap((at) =>
	[true, false].flatMap((odooDidIt) =>
		[true, false].map((dies) => ({
			at,
			odooDidIt,
			dies,
			when: `${at} is ${odooDidIt ? 'done and its answer lost' : 'lost on its way'}${dies ? ', and the run dies' : ''}`,
		})),
	),
);

describe('a connection that breaks at a write', () => {
	it.each(cuts)('invoices once when $when', async (cut) => {
		const orders = await deliveredOrders(2);
		const broken = cutClient(user, cut);
		const outcomes = await releaseOrders(broken.client, orders, run(orders));
		expect(broken.state.hasCut).toBe(true);
		if (cut.dies) {
			expect([...outcomes.values()]).toMatchObject([
				{ kind: 'failed', error: { retryable: true } },
				{ kind: 'failed', error: { retryable: true } },
			]);
			const next = await releaseOrders(cutClient(user).client, orders, run(orders));
			expect(
				[...next.values()].map(
					(outcome) => outcome.kind === 'decided' && kindOf(outcome.entry.order),
				),
			).toEqual(['posted', 'posted']);
		} else
			expect(
				[...outcomes.values()].map(
					(outcome) => outcome.kind === 'decided' && kindOf(outcome.entry.order),
				),
			).toEqual(['posted', 'posted']);
		await expectInvoicedOnce(orders);
	});

	it.each([
		{ when: 'it is queued and the answer lost', odooDidIt: true, dies: false },
		{ when: 'it is queued and the answer lost, and the run dies', odooDidIt: true, dies: true },
		{ when: 'it is lost on its way', odooDidIt: false, dies: false },
		{ when: 'it is lost on its way, and the run dies', odooDidIt: false, dies: true },
	])('hands the invoices to Odoo’s sending once when $when', async ({ odooDidIt, dies }) => {
		const product = await scene.product('delivery');
		const orders = await scene.orders(await scene.customer({ email: 'b@example.com' }), [
			[{ product, quantity: 1 }],
			[{ product, quantity: 2 }],
		]);
		await scene.ship(orders);
		const broken = cutClient(user, {
			at: 'account.move.send.batch.wizard.action_send_and_print',
			odooDidIt,
			dies,
		});
		await releaseOrders(broken.client, orders, run(orders, { sends: true }));
		expect(broken.state.hasCut).toBe(true);
		const next = cutClient(user);
		const outcomes = await releaseOrders(next.client, orders, run(orders, { sends: true }));
		expect([...outcomes.values()]).toMatchObject(
			[0, 1].map(() => ({
				entry: { decision: { kind: 'invoiced' }, order: { invoices: [{ sending: 'queued' }] } },
			})),
		);
		const sendings = [...broken.calls, ...next.calls].filter((call) =>
			call.endsWith('action_send_and_print'),
		);
		expect(sendings).toHaveLength(1);
		await expectInvoicedOnce(orders);
	});
});

describe('a connection that breaks while a hold is written down', () => {
	it.each([true, false])('notes it once in the end (written: %s)', async (odooDidIt) => {
		const order = await scene.order(await scene.customer(), [
			{ product: await scene.product('order'), quantity: 1 },
		]);
		const broken = cutClient(user, { at: 'mail.message.load', odooDidIt, dies: true });
		expect([...(await releaseOrders(broken.client, [order], run([order]))).values()]).toMatchObject(
			[{ kind: 'failed', error: { retryable: true } }],
		);
		const next = await releaseOrders(cutClient(user).client, [order], run([order]));
		expect([...next.values()]).toMatchObject([{ entry: { decision: { kind: 'held' } } }]);
		expect(await scene.notes('sale.order', [order])).toHaveLength(1);
		expect(await scene.invoices([order])).toEqual([]);
	});
});

describe('a delivery in the middle of a run', () => {
	it('is not posted unseen: what the gate has not looked at stays a draft until it has', async () => {
		const order = await scene.order(await scene.customer(), [
			{ product: await scene.product('delivery'), quantity: 10 },
		]);
		await scene.ship([order], 4);
		const proven = new Map([[order, { proof: null, reference: `PO ${order}`, narration: null }]]);
		const shipped = await scene.find(
			'stock.picking',
			[
				['sale_id', '=', order],
				['state', '=', 'done'],
			],
			['id'],
		);
		await scene.create('ir.attachment', [
			{ name: 'pod', res_model: 'stock.picking', res_id: shipped[0]?.id ?? 0, raw: 'c2lnbmVk' },
		]);
		const settings = run([order], {
			supplied: proven,
			policies: { standard: { ...DEFAULT_POLICY, milestone: 'proofOfDelivery' }, overrides: [] },
			needs: { ...run([]).needs, attachments: true },
		});
		const state = { hasShipped: false };
		const { client } = cutClient(user, undefined, async (call) => {
			if (call !== 'sale.advance.payment.inv.create_invoices' || state.hasShipped) return;
			state.hasShipped = true;
			await scene.ship([order]);
		});
		const outcomes = await releaseOrders(client, [order], settings);
		expect([...outcomes.values()]).toMatchObject([
			{ entry: { decision: { kind: 'held', reasons: [{ code: 'proofOfDeliveryMissing' }] } } },
		]);
		expect(await scene.invoices([order])).toMatchObject([{ state: 'draft' }]);
		const all = await scene.find('stock.picking', [['sale_id', '=', order]], ['id']);
		await scene.create('ir.attachment', [
			{ name: 'pod', res_model: 'stock.picking', res_id: all[1]?.id ?? 0, raw: 'c2lnbmVk' },
		]);
		await releaseOrders(cutClient(user).client, [order], settings);
		expect(await scene.invoices([order])).toMatchObject([{ state: 'posted' }]);
		expect(await scene.orderLines([order])).toMatchObject([{ qty_invoiced: 10 }]);
	});
});

describe('six runs at once', () => {
	it('invoice twenty orders exactly once', async () => {
		const orders = await deliveredOrders(20);
		const runs = await Promise.all(
			Array.from({ length: 6 }, async (_, index) => {
				const rotated = [...orders.slice(index * 3), ...orders.slice(0, index * 3)];
				return await releaseLive(rotated, {
					options: { reference: '={{ "PO " + $json.order.id }}' },
				});
			}),
		);
		expect(runs.map(({ released, failed }) => [released.length, failed.length])).toEqual(
			runs.map(() => [20, 0]),
		);
		await expectInvoicedOnce(orders);
		const lines = await scene.orderLines(orders);
		const total = (field: 'qty_invoiced' | 'qty_delivered') =>
			lines.reduce((sum, line) => sum + Number(line[field]), 0);
		expect([total('qty_invoiced'), total('qty_delivered')]).toEqual([210, 210]);
	});

	it('invoice consolidated orders exactly once', async () => {
		const orders = await deliveredOrders(6);
		const runs = await Promise.all(
			[orders, orders.slice(0, 4), orders.slice(2)].map(
				async (ids) => await releaseLive(ids, { options: { consolidate: true } }),
			),
		);
		expect(runs.map(({ failed }) => failed.length)).toEqual([0, 0, 0]);
		const again = await releaseLive(orders, { options: { consolidate: true } });
		expect(again.released).toHaveLength(6);
		expect((await scene.invoices(orders)).every(({ state }) => state === 'posted')).toBe(true);
		for (const line of await scene.orderLines(orders))
			expect(line).toMatchObject({ qty_invoiced: line.qty_delivered });
	});
});

describe('many orders', () => {
	it('two hundred of as many customers are invoiced within twenty calls', async () => {
		const product = await scene.product('delivery');
		const customers = await scene.create(
			'res.partner',
			Array.from({ length: 200 }, (_, index) => ({ name: `Bulk ${index}` })),
		);
		const orders = await scene.create(
			'sale.order',
			customers.map((partner) => ({
				partner_id: partner,
				order_line: [[0, 0, { product_id: product, product_uom_qty: 1 }]],
			})),
		);
		await scene.call('sale.order', 'action_confirm', { ids: orders });
		await scene.ship(orders);
		const { client, calls } = cutClient(user);
		const outcomes = await releaseOrders(client, orders, run(orders));
		expect(
			[...outcomes.values()].filter(
				(outcome) => outcome.kind === 'decided' && outcome.entry.decision.kind === 'release',
			),
		).toHaveLength(200);
		expect(calls.length > 20 ? calls : []).toEqual([]);
		const again = cutClient(user);
		await releaseOrders(again.client, orders, run(orders));
		expect(again.calls.filter((call) => !/search_read|context_get|version/.test(call))).toEqual([]);
	});
});

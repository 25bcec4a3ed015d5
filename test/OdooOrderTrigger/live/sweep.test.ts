import { randomUUID } from 'node:crypto';

import { readConfirmed } from '../../../nodes/OdooOrderTrigger/odoo/readConfirmed';
import type { Delivered } from '../../../nodes/OdooOrderTrigger/odoo/readEventOrders';
import { readSample } from '../../../nodes/OdooOrderTrigger/odoo/readSample';
import { claimEvents } from '../../../nodes/OdooOrderTrigger/odoo/writeClaims';
import { firstAttempts } from '../../../nodes/shared/traces/core/claims';
import { ensureNotes } from '../../../nodes/shared/traces/odoo/notes';
import { axiosClient } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';
import { makeScene } from './orders';
import { countedClient, makeSweeper, settingsFor } from './sweeper';

jest.setTimeout(120_000);

const { admin, user } = liveOdoo();
const adminClient = axiosClient(admin);
const sceneOf = async (name: string) => await makeScene(adminClient, name);

/** Type and order of what was delivered for these orders; other tests confirm theirs beside. */
const toldOf = (delivered: readonly Delivered[], orderIds: readonly number[]) =>
	delivered
		.filter(({ order }) => orderIds.includes(order.id))
		.map(({ event, order }) => [event.type, order.id]);

/** Sweeps until nothing is left: with the orders of other tests it may be more than one sweep delivers. */
const allOf = async (sweep: () => Promise<readonly Delivered[]>): Promise<Delivered[]> => {
	const delivered: Delivered[] = [];
	for (let told = await sweep(); told.length > 0; told = await sweep()) delivered.push(...told);
	return delivered;
};

describe('sweeping a real Odoo', () => {
	it('reports a confirmation, a delivery, an invoice and its payment once each, and nothing of the time before', async () => {
		const scene = await sceneOf('sweep');
		const [before = 0, order = 0] = await scene.quotations(2);
		await scene.confirm([before]);
		const next = makeSweeper(
			settingsFor(['orderConfirmed', 'deliveryDone', 'invoicePosted', 'invoicePaid']),
		);
		expect(toldOf(await next(), [before, order])).toEqual([]);
		await scene.confirm([order]);
		await scene.deliver([order]);
		const [invoice = 0] = await scene.invoice([order]);
		await scene.pay(invoice);
		expect(toldOf(await next(), [before, order])).toEqual([
			['orderConfirmed', order],
			['deliveryDone', order],
			['invoicePosted', order],
			['invoicePaid', order],
		]);
		expect(toldOf(await next(), [before, order])).toEqual([]);
	});

	it('does not take an old invoice for a new one when it is paid', async () => {
		const scene = await sceneOf('old invoice');
		const [order = 0] = await scene.quotations(1);
		await scene.confirm([order]);
		await scene.deliver([order]);
		const [invoice = 0] = await scene.invoice([order]);
		// As if the activation were long after: nothing of before lies in the overlap.
		const next = makeSweeper(settingsFor(['invoicePosted', 'invoicePaid'], { overlapSeconds: 1 }));
		await scene.pause(3);
		await next();
		await scene.pay(invoice);
		expect(toldOf(await next(), [order])).toEqual([['invoicePaid', order]]);
	});

	it('speaks JSON-RPC as well', async () => {
		const scene = await sceneOf('json-rpc');
		const [order = 0] = await scene.quotations(1);
		const next = makeSweeper(
			settingsFor(['orderConfirmed', 'orderChanged', 'reservationFailed'], {
				redeliverAfterSeconds: 600,
			}),
		);
		const client = () => axiosClient({ ...user, apiVersion: 'jsonRpc', userName: 'o2c' });
		await next(client());
		await scene.confirm([order]);
		expect(toldOf(await next(client()), [order])).toContainEqual(['orderConfirmed', order]);
		await adminClient.call('sale.order', 'write', {
			ids: [order],
			args: { vals: { client_order_ref: 'PO' } },
		});
		expect(toldOf(await next(client()), [order])).toContainEqual(['orderChanged', order]);
	});

	it('reports existing orders when asked to', async () => {
		const scene = await sceneOf('existing');
		const orders = await scene.quotations(2);
		await scene.confirm(orders);
		const next = makeSweeper(settingsFor(['orderConfirmed'], { existingDays: 1 }));
		expect(toldOf(await allOf(next), orders)).toHaveLength(2);
	});

	it('reports a quotation that was sent, once, and no other quotation', async () => {
		const scene = await sceneOf('sent');
		const [sent = 0, other = 0] = await scene.quotations(2);
		const next = makeSweeper(settingsFor(['quotationSent']));
		await next();
		await adminClient.call('sale.order', 'action_quotation_sent', { ids: [sent] });
		expect(toldOf(await next(), [sent, other])).toEqual([['quotationSent', sent]]);
		await scene.confirm([sent]);
		expect(toldOf(await next(), [sent, other])).toEqual([]);
	});

	it('reports a cancellation, and a second confirmation as a new event', async () => {
		const scene = await sceneOf('again');
		const [order = 0] = await scene.quotations(1);
		const next = makeSweeper(settingsFor(['orderConfirmed', 'orderCancelled']));
		await next();
		await scene.confirm([order]);
		const first = await next();
		await adminClient.call('sale.order', 'action_cancel', { ids: [order] });
		expect(toldOf(await next(), [order])).toEqual([['orderCancelled', order]]);
		await scene.pause(1);
		await adminClient.call('sale.order', 'action_draft', { ids: [order] });
		await scene.confirm([order]);
		const second = await next();
		expect(toldOf(second, [order])).toEqual([['orderConfirmed', order]]);
		const idsOf = (delivered: readonly Delivered[]) =>
			delivered.filter((one) => one.order.id === order).map(({ event }) => event.id);
		expect(idsOf(second)).not.toEqual(idsOf(first));
	});

	it('reports a change of a watched field and no other, back and forth', async () => {
		const scene = await sceneOf('changed');
		const [order = 0] = await scene.quotations(1);
		await scene.confirm([order]);
		const next = makeSweeper(settingsFor(['orderChanged']));
		const write = async (values: object) =>
			void (await adminClient.call('sale.order', 'write', {
				ids: [order],
				args: { vals: { ...values } },
			}));
		await next();
		await write({ note: 'not watched' });
		expect(toldOf(await next(), [order])).toEqual([]);
		for (const reference of ['A', 'B', 'A']) {
			await write({ client_order_ref: reference });
			expect(toldOf(await next(), [order])).toEqual([['orderChanged', order]]);
			expect(toldOf(await next(), [order])).toEqual([]);
		}
	});

	it('reports each hold that ends, also one that was there before the activation', async () => {
		const scene = await sceneOf('held');
		const [order = 0] = await scene.quotations(1);
		const tag = `Hold ${randomUUID()}`;
		const [tagId = 0] = (await adminClient.call('crm.tag', 'create', {
			args: { vals_list: [{ name: tag }] },
		})) as number[];
		const setTag = async (command: 3 | 4) =>
			void (await adminClient.call('sale.order', 'write', {
				ids: [order],
				args: { vals: { tag_ids: [[command, tagId]] } },
			}));
		await setTag(4);
		const next = makeSweeper(settingsFor(['holdReleased'], { holdTag: tag, overlapSeconds: 1 }));
		await scene.pause(3);
		expect(toldOf(await next(), [order])).toEqual([]);
		for (let round = 0; round < 2; round += 1) {
			await setTag(3);
			expect(toldOf(await next(), [order])).toEqual([['holdReleased', order]]);
			expect(toldOf(await next(), [order])).toEqual([]);
			await setTag(4);
			expect(toldOf(await next(), [order])).toEqual([]);
		}
	});

	it('reports a delivery that lacks stock or is late, an overdue invoice, and an exceeded credit limit', async () => {
		const scene = await sceneOf('exceptions');
		await adminClient.call('res.partner', 'write', {
			ids: [scene.customerId],
			args: { vals: { credit_limit: 5, use_partner_credit_limit: true } },
		});
		const next = makeSweeper(
			settingsFor(['reservationFailed', 'invoiceOverdue', 'creditLimitExceeded']),
		);
		await next();
		const [scarce = 0] = await scene.quotations(1, {
			order_line: [[0, 0, { product_id: scene.storableId, product_uom_qty: 2, price_unit: 10 }]],
		});
		const [overdue = 0] = await scene.quotations(1);
		await scene.confirm([scarce, overdue]);
		await scene.deliver([overdue]);
		await scene.invoice([overdue], {
			invoice_date: '2026-01-02',
			invoice_date_due: '2026-01-02',
			invoice_payment_term_id: false,
		});
		const told = toldOf(await next(), [scarce, overdue])
			.map(([type, id]) => `${type} ${id}`)
			.sort();
		expect(told).toEqual(
			[
				`creditLimitExceeded ${scarce}`,
				`creditLimitExceeded ${overdue}`,
				`invoiceOverdue ${overdue}`,
				`reservationFailed ${scarce}`,
			].sort(),
		);
		expect(toldOf(await next(), [scarce, overdue])).toEqual([]);
	});

	it('hears only of what the filter lets through', async () => {
		const scene = await sceneOf('filtered');
		const [small = 0] = await scene.quotations(1);
		const [large = 0] = await scene.quotations(1, {
			order_line: [[0, 0, { product_id: scene.productId, product_uom_qty: 2, price_unit: 9000 }]],
		});
		const settings = settingsFor(['orderConfirmed', 'deliveryDone']);
		const next = makeSweeper({ ...settings, filter: { ...settings.filter, minimumTotal: 5000 } });
		await next();
		await scene.confirm([small, large]);
		await scene.deliver([small, large]);
		expect(toldOf(await next(), [small, large])).toEqual([
			['orderConfirmed', large],
			['deliveryDone', large],
		]);
	});
});

describe('the calls of a sweep', () => {
	it('are eight at most for 200 orders, the session included', async () => {
		const scene = await sceneOf('budget');
		const price = 100_000 + Math.floor(Math.random() * 900_000);
		const line = { product_id: scene.productId, product_uom_qty: 1, price_unit: price };
		const orders = await scene.quotations(200, { order_line: [[0, 0, line]] });
		const settings = settingsFor(['orderConfirmed'], { redeliverAfterSeconds: 600 });
		const next = makeSweeper({ ...settings, filter: { ...settings.filter, minimumTotal: price } });
		await next();
		await scene.confirm(orders);
		const { client, calls } = countedClient();
		expect(toldOf(await next(client), orders)).toHaveLength(200);
		expect(calls.length).toBeLessThanOrEqual(8);
	});
});

describe('claims in a real Odoo', () => {
	it('let one of two processes emit an event, and neither again after a restart without its memory', async () => {
		const scene = await sceneOf('two');
		const orders = await scene.quotations(12);
		const settings = settingsFor(['orderConfirmed']);
		const [one, two] = [makeSweeper(settings), makeSweeper(settings)];
		await Promise.all([one(), two()]);
		const atActivation = one.checkpoint();
		await scene.confirm(orders);
		const told = (await Promise.all([one(), two()])).flat();
		expect(
			toldOf(told, orders)
				.map(([, id]) => id)
				.sort(),
		).toEqual([...orders].sort());
		one.forgetTo(atActivation);
		expect(toldOf(await one(), orders)).toEqual([]);
	});

	it('let a webhook and a sweep emit an event once', async () => {
		const scene = await sceneOf('channels');
		const [order = 0] = await scene.quotations(1);
		const settings = settingsFor(['orderConfirmed']);
		const next = makeSweeper(settings);
		await next();
		const client = axiosClient(user);
		const hint = async () => {
			const { events } = await readConfirmed(
				client,
				{ type: 'orderConfirmed', recordId: order },
				{ ...settings, since: next.checkpoint()?.since ?? '' },
			);
			const claimant = { scope: settings.scope, token: randomUUID() };
			return (await claimEvents(client, claimant, { attempts: firstAttempts(events) })).delivered;
		};
		expect(await hint()).toEqual([]);
		await scene.confirm([order]);
		expect(toldOf(await hint(), [order])).toEqual([['orderConfirmed', order]]);
		expect(await hint()).toEqual([]);
		expect(toldOf(await next(), [order])).toEqual([]);
	});

	it('deliver again what nobody answered, with its own id, and what was answered not', async () => {
		const scene = await sceneOf('again');
		const [answered = 0, lost = 0] = await scene.quotations(2);
		const next = makeSweeper(settingsFor(['orderConfirmed'], { redeliverAfterSeconds: 1 }));
		await next();
		await scene.confirm([answered, lost]);
		const first = await next();
		await ensureNotes(axiosClient(user), [
			{ key: `test_${randomUUID()}`, model: 'sale.order', recordId: answered, html: 'Seen' },
		]);
		await scene.pause(3);
		const later = [...(await next()), ...(await next())].filter(({ order }) =>
			[answered, lost].includes(order.id),
		);
		expect(later.map(({ event, order, attempt }) => [order.id, event.id, attempt])).toEqual([
			[lost, first.find(({ order }) => order.id === lost)?.event.id, 2],
		]);
	});

	it('do not show in the chatter, and leave the order unwritten', async () => {
		const scene = await sceneOf('silent');
		const [order = 0] = await scene.quotations(1);
		const next = makeSweeper(settingsFor(['orderConfirmed']));
		await next();
		await scene.confirm([order]);
		const read = async () =>
			await adminClient.call('sale.order', 'read', {
				ids: [order],
				args: { fields: ['message_ids', 'write_date'] },
			});
		const before = await read();
		expect(toldOf(await next(), [order])).toHaveLength(1);
		expect(await read()).toEqual(before);
	});
});

describe('a sample for the editor', () => {
	it('shows recent events of the chosen types, and writes nothing', async () => {
		const scene = await sceneOf('sample');
		const [order = 0] = await scene.quotations(1);
		await scene.confirm([order]);
		await scene.deliver([order]);
		const [invoice = 0] = await scene.invoice([order]);
		await scene.pay(invoice);
		const claims = async () =>
			await adminClient.call('mail.message', 'search_count', {
				args: { domain: [['message_id', '=like', '%@n8n-o2c-event>']] },
			});
		const before = await claims();
		const query = settingsFor([
			'orderConfirmed',
			'orderChanged',
			'deliveryDone',
			'invoicePosted',
			'invoicePaid',
		]);
		const types = (await readSample(axiosClient(user), query)).map(({ event }) => event.type);
		expect([...new Set(types)].sort()).toEqual([
			'deliveryDone',
			'invoicePaid',
			'invoicePosted',
			'orderChanged',
			'orderConfirmed',
		]);
		expect(await claims()).toBe(before);
	});
});

import type { EventType } from '../../../nodes/shared/core/events/eventTypes';
import {
	sweep,
	type Checkpoint,
	type SweepSettings,
} from '../../../nodes/shared/odoo/events/sweep';
import { EVERY_ORDER } from '../../../nodes/shared/odoo/events/orderFilter';
import { axiosClient } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';
import { makeScene } from './orders';

const { admin, user } = liveOdoo();

const settings = (
	types: readonly EventType[],
	more: Partial<SweepSettings> = {},
): SweepSettings => ({
	types,
	filter: EVERY_ORDER,
	scope: 'test',
	watchedFields: [],
	holdTag: 'Credit Hold',
	overdueDays: 0,
	overlapSeconds: 150,
	existingDays: 0,
	mostEvents: 1000,
	hasTime: () => true,
	...more,
});

/** Sweeps again and again as the node does, remembering the checkpoint. */
const sweeper = (options: SweepSettings, last: Checkpoint | null = null) => {
	let checkpoint = last;
	return async () => {
		const result = await sweep(axiosClient(user), options, checkpoint);
		checkpoint = result.checkpoint;
		return result.events;
	};
};

describe('sweeping a real Odoo', () => {
	it('tells of a confirmation, a delivery and an invoice once each, and nothing of the time before', async () => {
		const scene = await makeScene(axiosClient(admin), 'sweep');
		const [before = 0, order = 0] = await scene.quotations(2);
		await scene.confirm([before]);
		const next = sweeper(settings(['orderConfirmed', 'deliveryDone', 'invoicePosted']));
		expect((await next()).filter(({ orderId }) => [before, order].includes(orderId))).toEqual([]);
		await scene.confirm([order]);
		await scene.deliver([order]);
		await scene.invoice([order]);
		const told = (await next()).filter(({ orderId }) => [before, order].includes(orderId));
		expect(told.map(({ type, orderId }) => [type, orderId])).toEqual([
			['orderConfirmed', order],
			['deliveryDone', order],
			['invoicePosted', order],
		]);
		expect((await next()).filter(({ orderId }) => orderId === order)).toEqual([]);
	});

	it('tells of existing orders when asked to', async () => {
		const scene = await makeScene(axiosClient(admin), 'existing');
		const orders = await scene.quotations(2);
		await scene.confirm(orders);
		const told = await sweeper(settings(['orderConfirmed'], { existingDays: 1 }))();
		expect(told.filter(({ orderId }) => orders.includes(orderId))).toHaveLength(2);
	});
});

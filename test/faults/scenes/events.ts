import { sleep } from 'n8n-workflow';

import { OdooOrderTrigger } from '../../../nodes/OdooOrderTrigger/OdooOrderTrigger.node';
import { makeScene } from '../../OdooOrderTrigger/live/orders';
import { axiosClient } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';
import { runOver, type NodeCase } from '../nodeRun';
import type { Scene } from './scene';

const TYPE = new OdooOrderTrigger();
const PARAMETERS: NodeCase['parameters'] = {
	events: ['orderConfirmed', 'orderChanged'],
	receive: 'sweep',
	options: { redeliver: 'never' },
};
/** Until a write is later than the first sweep's clock, which counts in seconds. */
const A_SECOND_MS = 1_100;

/** A trigger that has swept once, and two orders confirmed and one changed since. */
export const eventFaults: Scene = {
	name: 'Order Trigger',
	type: TYPE,
	parameters: PARAMETERS,
	async build(exchange, credential) {
		const scene = await makeScene(axiosClient(liveOdoo().admin), 'Faults');
		const orders = await scene.quotations(3);
		const first = await runOver(
			exchange,
			{ type: TYPE, parameters: PARAMETERS, items: [] },
			credential,
		);
		if (first.thrown) throw first.thrown;
		await sleep(A_SECOND_MS);
		await scene.confirm(orders.slice(0, 2));
		return { items: [], memory: first.memory, also: { 'sale.order': orders } };
	},
};

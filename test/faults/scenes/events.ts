import { sleep } from 'n8n-workflow';
import { z } from 'zod';

import { OdooOrderTrigger } from '../../../nodes/OdooOrderTrigger/OdooOrderTrigger.node';
import { makeScene } from '../../OdooOrderTrigger/live/orders';
import { axiosClient } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';
import { runOver, type NodeCase, type NodeRun } from '../nodeRun';
import type { Scene } from './scene';

const TYPE = new OdooOrderTrigger();
const PARAMETERS: NodeCase['parameters'] = {
	events: ['orderConfirmed', 'orderChanged'],
	receive: 'sweep',
	options: { redeliver: 'never' },
};
/** Until a write is later than the first sweep's clock, which counts in seconds. */
const A_SECOND_MS = 1_100;

const EVENTS = 2;
const delivered = z.object({
	event: z.object({ id: z.string() }),
	order: z.object({ id: z.number() }),
});
const eventsOf = ({ outputs }: NodeRun) => outputs.flat().map(({ json }) => delivered.parse(json));

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
	falseClaims: (run, held) =>
		eventsOf(run).flatMap(({ event, order }) =>
			held.all('mail.message').some(({ res_id: on }) => on === order.id)
				? []
				: [`event ${event.id} was delivered without a claim`],
		),
	missing: (runs) => {
		const delivered = runs.flatMap(eventsOf).map(({ event }) => event.id);
		const twice = delivered.filter((id, index) => delivered.indexOf(id) !== index);
		return [
			...(delivered.length < EVENTS ? [`${delivered.length} of ${EVENTS} events delivered`] : []),
			...twice.map((id) => `event ${id} was delivered twice`),
		];
	},
};

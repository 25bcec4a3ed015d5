// @ts-check
/** How long after its confirmation an order reaches the next step. Prints one line of JSON: milliseconds by channel. */
import { setTimeout as pause } from 'node:timers/promises';
import { json2 } from '../../lab/json2.mjs';
import { makeQuotations } from './chaosOrders.mjs';
import { until } from '../../lab/until.mjs';
import { openStage } from './stage.mjs';
import { triggerWorkflow } from './triggerWorkflow.mjs';

const PUSHED = 20;
const SWEPT = 12;
/** Over a whole poll interval, so that no part of it counts more than another. */
const SWEPT_EVERY_MS = 5_000;

const stage = await openStage('latency');
const { admin, api, sink } = stage;

/** @param {string} receive @param {readonly number[]} orders @param {number} gap */
const measure = async (receive, orders, gap) => {
	const workflow = await api.importWorkflow(triggerWorkflow({ sinkUrl: sink.url, receive }));
	await api.activate(workflow.id);
	const confirmedAt = /** @type {Map<number, number>} */ (new Map());
	for (const order of orders) {
		await json2(admin, 'sale.order', 'action_confirm', { ids: [order] });
		confirmedAt.set(order, Date.now());
		await pause(gap);
	}
	const arrived = () => sink.received().filter(({ orderId }) => confirmedAt.has(orderId));
	const missing = () => confirmedAt.size - new Set(arrived().map(({ orderId }) => orderId)).size;
	await until(
		() => `${missing()} orders to arrive`,
		() => missing() === 0,
		{ seconds: 180 },
	);
	await api.deactivate(workflow.id);
	return arrived().map(({ orderId, at, channel }) => ({
		channel,
		ms: Math.max(at - (confirmedAt.get(orderId) ?? at), 0),
	}));
};

try {
	const quotations = await makeQuotations(admin, PUSHED + SWEPT);
	const pushed = await measure('webhookAndSweep', quotations.slice(0, PUSHED), 500);
	const swept = await measure('sweep', quotations.slice(PUSHED), SWEPT_EVERY_MS);
	const of = (/** @type {typeof pushed} */ seen, /** @type {string} */ channel) =>
		seen.filter((one) => one.channel === channel).map(({ ms }) => ms);
	console.log(JSON.stringify({ webhook: of(pushed, 'webhook'), sweep: of(swept, 'sweep') }));
} finally {
	await stage.close();
}

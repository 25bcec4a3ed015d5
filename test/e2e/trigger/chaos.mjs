// @ts-check
/**
 * Confirms orders in a real Odoo from several clients at once while everything around the trigger breaks: webhooks are
 * dropped, transactions stay open, n8n is killed, Odoo is restarted. Prints one line of JSON with what arrived.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { inTime } from '../../lab/until.mjs';
import { confirmAll, makeQuotations } from './chaosOrders.mjs';
import { startDroppingProxy } from './droppingProxy.mjs';
import { groupBy } from './grouping.mjs';
import { openStage } from './stage.mjs';
import { triggerWorkflow } from './triggerWorkflow.mjs';

const ORDERS = Number(process.env.CHAOS_ORDERS ?? 500);
const DROPPED = 0.3;
const REDELIVER_MINUTES = 1;
const PATIENCE_SECONDS = 240;
/** A whole sweep more, to see what comes twice. */
const AFTERWARDS_MS = 75_000;

const began = Date.now();
const say = (/** @type {string} */ text) =>
	console.error(`[chaos] ${((Date.now() - began) / 1000).toFixed(0)} s: ${text}`);

/** @type {Awaited<ReturnType<typeof startDroppingProxy>> | undefined} */
let proxy;
const stage = await openStage('chaos', {
	workers: 4,
	env: async (n8nPort) => {
		proxy = await startDroppingProxy(n8nPort, DROPPED);
		return { WEBHOOK_URL: `${proxy.url}/` };
	},
});
const { admin, api, sink } = stage;

const kills = /** @type {{ at: number, back: number }[]} */ ([]);
const killAndRestart = async () => {
	const at = Date.now();
	await stage.killN8n();
	say('n8n killed');
	await stage.restartN8n();
	kills.push({ at, back: Date.now() });
	say('n8n is back');
};
const restartOdoo = async () => {
	await stage.stopOdoo();
	say('Odoo stopped');
	await stage.restartOdoo();
	say('Odoo is back');
};

try {
	const quotations = await makeQuotations(admin, ORDERS);
	const workflow = await api.importWorkflow(
		triggerWorkflow({ sinkUrl: sink.url, redeliverMinutes: REDELIVER_MINUTES }),
	);
	await api.activate(workflow.id);
	say(`activated, confirming ${quotations.length} orders`);

	/** What breaks, and after which share of the orders. */
	const breakdowns = [
		{ share: 0.25, act: killAndRestart },
		{ share: 0.5, act: restartOdoo },
		{ share: 0.75, act: killAndRestart },
	];
	const broken = /** @type {Promise<void>[]} */ ([]);
	const confirmed = await confirmAll(admin, quotations, (done) => {
		while (breakdowns[0] && done >= breakdowns[0].share * quotations.length) {
			const { act } = /** @type {typeof breakdowns[0]} */ (breakdowns.shift());
			const before = broken.at(-1) ?? Promise.resolve();
			const acting = before.then(act);
			acting.catch(() => {});
			broken.push(acting);
		}
	});
	await Promise.all(broken);
	say(
		`all ${confirmed.confirmedAt.size} confirmed, ${confirmed.heldOpen} of them in transactions held open`,
	);

	await inTime(() => sink.orders().size >= quotations.length, {
		seconds: PATIENCE_SECONDS,
		everyMs: 500,
	});
	say(`${sink.orders().size} arrived`);
	await pause(AFTERWARDS_MS);

	const received = sink.received();
	const lost = quotations.filter((id) => !sink.orders().has(id));
	const byOrder = groupBy(received, ({ orderId }) => orderId);
	const repeats = [...byOrder.values()].filter((deliveries) => deliveries.length > 1);
	const inFlight = (/** @type {number} */ at) =>
		kills.some((kill) => at >= kill.at - 10_000 && at <= kill.back);
	const latencies = received
		.filter(({ attempt }) => attempt === 1)
		.map(({ orderId, at, channel }) => ({
			channel,
			ms: at - (confirmed.confirmedAt.get(orderId) ?? at),
		}));
	const medianOf = (/** @type {string} */ channel) => {
		const sorted = latencies
			.filter((one) => one.channel === channel)
			.map(({ ms }) => ms)
			.sort((a, b) => a - b);
		return sorted[Math.floor(sorted.length / 2)] ?? null;
	};
	const figures = {
		orders: quotations.length,
		confirmed: confirmed.confirmedAt.size,
		heldOpen: confirmed.heldOpen,
		largestSecond: confirmed.largestSecond,
		kills: kills.length,
		webhooks: proxy?.seen(),
		webhooksDropped: proxy?.dropped(),
		webhooksUnanswered: proxy?.unanswered(),
		lost,
		byWebhook: received.filter(({ channel }) => channel === 'webhook').length,
		bySweep: received.filter(({ channel }) => channel === 'sweep').length,
		redelivered: received.filter(({ attempt }) => attempt > 1).length,
		repeated: repeats.length,
		repeatsNotInFlight: repeats.filter(([first]) => !inFlight(first?.at ?? 0)).length,
		idsPerOrder: Math.max(
			0,
			...[...byOrder.values()].map((deliveries) => new Set(deliveries.map(({ id }) => id)).size),
		),
		medianWebhookMs: medianOf('webhook'),
		medianSweepMs: medianOf('sweep'),
		seconds: Math.round((Date.now() - began) / 1000),
	};
	console.log(JSON.stringify(figures));
} finally {
	await stage.close();
	await proxy?.stop();
}

// @ts-check
/** The trigger's life in a real n8n beside a real Odoo. Prints one line of JSON with what was seen. */
import { setTimeout as pause } from 'node:timers/promises';
import { json2 } from '../../lab/json2.mjs';
import { inTime } from '../../lab/until.mjs';
import { makeQuotations } from './chaosOrders.mjs';
import { openStage } from './stage.mjs';
import { triggerWorkflow } from './triggerWorkflow.mjs';

const PATIENCE = { seconds: 90, everyMs: 300 };

const stage = await openStage('trigger');
const { admin, api, sink } = stage;

/** @param {() => Promise<boolean> | boolean} condition */
const happens = async (condition) => (await inTime(condition, PATIENCE)) ?? false;
const rules = async () =>
	await json2(admin, 'base.automation', 'search_read', {
		domain: [],
		fields: ['name', 'trigger', 'filter_domain', 'filter_pre_domain', 'trigger_field_ids'],
	});
const actions = async () =>
	await json2(admin, 'ir.actions.server', 'search_read', {
		domain: [['state', '=', 'webhook']],
		fields: ['webhook_url'],
	});
const receivedOf = (/** @type {number} */ order) =>
	sink.received().filter(({ orderId }) => orderId === order);

/** @param {string} url @param {unknown} body */
const post = async (url, body) =>
	(
		await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		})
	).status;

try {
	const [first, forged, large, hintless, healed, sweptOnly] = await makeQuotations(admin, 6);
	const definition = triggerWorkflow({
		sinkUrl: sink.url,
		events: ['orderConfirmed', 'deliveryDone'],
	});
	const workflow = await api.importWorkflow(definition);
	const executionsNow = async () =>
		(await api.executions({ workflowId: workflow.id })).filter(({ mode }) => mode === 'webhook')
			.length;
	const seen = /** @type {Record<string, unknown>} */ ({});

	await api.activate(workflow.id);
	seen.rules = await rules();
	seen.secondActivationRules = await (async () => {
		await api.deactivate(workflow.id);
		seen.rulesAfterDeactivation = (await rules()).length;
		seen.actionsAfterDeactivation = (await actions()).length;
		await api.activate(workflow.id);
		return (await rules()).length;
	})();

	await json2(admin, 'sale.order', 'action_confirm', { ids: [first] });
	seen.pushed = await happens(() => receivedOf(first).length > 0);
	seen.pushedBy = receivedOf(first)[0]?.channel;

	const url = (await actions())
		.map((/** @type {any} */ action) => action.webhook_url)
		.find((/** @type {string} */ one) => one.includes('event=orderConfirmed'));
	const now = new Date().toISOString().replace('T', ' ').slice(0, 19);
	const call = { _id: first, _model: 'sale.order', id: first, write_date: now };
	const before = await executionsNow();
	// The order is confirmed without Odoo's own call, so that a strange call would be the first to tell of it.
	const ruleIds = (await rules()).map((/** @type {any} */ { id }) => id);
	await json2(admin, 'base.automation', 'write', { ids: ruleIds, vals: { active: false } });
	await json2(admin, 'sale.order', 'action_confirm', { ids: [forged, large] });
	seen.refusals = {
		replayed: await post(url, call),
		wrongToken: await post(url.replace(/token=.{5}/, 'token=00000'), { ...call, _id: forged }),
		noToken: await post(url.replace(/token=.*/, ''), { ...call, _id: forged }),
		otherEvent: await post(url.replace('orderConfirmed', 'deliveryDone'), { ...call, _id: forged }),
		oversized: await post(url, { ...call, _id: large, filler: 'x'.repeat(10_000) }),
		withoutTime: await post(url, { _id: forged, _model: 'sale.order' }),
		malformed: await post(url, { _id: 'one', _model: 'sale.order' }),
		stale: await post(url, { ...call, _id: forged, write_date: '2020-01-01 00:00:00.000001' }),
		notConfirmed: await post(url, { ...call, _id: hintless }),
	};
	await pause(3_000);
	seen.executionsByStrangers = (await executionsNow()) - before;

	// The sweep finds what no call told of, and makes the rules anew.
	seen.swept = await happens(() => receivedOf(forged).length > 0 && receivedOf(large).length > 0);
	seen.sweptBy = receivedOf(forged)[0]?.channel;
	seen.selfHealed = await happens(async () => (await rules()).length === 2);

	// n8n does not look after its webhooks when it starts.
	await json2(admin, 'base.automation', 'unlink', {
		ids: (await rules()).map((/** @type {any} */ { id }) => id),
	});
	await stage.killN8n();
	await stage.restartN8n();
	seen.healedAfterRestart = await happens(async () => (await rules()).length === 2);
	await json2(admin, 'sale.order', 'action_confirm', { ids: [healed] });
	seen.pushedAfterRestart =
		(await happens(() => receivedOf(healed).length > 0)) && receivedOf(healed)[0]?.channel;

	// A test in the editor.
	// A sweep that was cut off by the kill may have made the rules a second time: the next one takes those away.
	await happens(async () => (await rules()).length === 2);
	seen.rulesBeforeTest = await rules();
	const claims = async () =>
		await json2(admin, 'mail.message', 'search_count', {
			domain: [['message_id', '=like', '%@n8n-o2c-event>']],
		});
	const claimsBefore = await claims();
	const stored = (await api.rest('GET', `/rest/workflows/${workflow.id}`)).data;
	await api.rest('POST', `/rest/workflows/${workflow.id}/run`, {
		workflowData: stored,
		triggerToStartFrom: { name: definition.nodes[0].name },
		destinationNode: { nodeName: definition.nodes[0].name, mode: 'inclusive' },
	});
	const manual = async () =>
		(await api.executions({ workflowId: workflow.id, includeData: true })).find(
			({ mode }) => mode === 'manual',
		);
	seen.testDelivered = await happens(async () => (await manual())?.finished === true);
	const items =
		(await manual())?.data?.resultData?.runData?.[definition.nodes[0].name]?.[0]?.data?.main?.[0] ??
		[];
	seen.testChannel = items[0]?.json?.event?.channel;
	seen.rulesAfterTest = await rules();
	seen.testClaimed = (await claims()) - claimsBefore;

	await api.deactivate(workflow.id);
	seen.rulesAtTheEnd = (await rules()).length;
	seen.actionsAtTheEnd = (await actions()).length;

	// Without an administrator's key the sweep works alone, and says so.
	await stage.loseSetupRights();
	const powerless = await api.importWorkflow(triggerWorkflow({ sinkUrl: sink.url }));
	await api.activate(powerless.id);
	await json2(admin, 'sale.order', 'action_confirm', { ids: [sweptOnly] });
	seen.sweptWithoutRights = await happens(() => receivedOf(sweptOnly).length > 0);
	const lastExecution = async () =>
		(await api.executions({ workflowId: powerless.id, includeData: true }))[0];
	// The step behind the trigger is done before n8n has stored the execution.
	await happens(async () => (await lastExecution())?.finished === true);
	const execution = await lastExecution();
	seen.notice =
		execution?.data?.resultData?.runData?.[
			definition.nodes[0].name
		]?.[0]?.data?.main?.[0]?.[0]?.json?.event?.notice;
	await api.deactivate(powerless.id);
	seen.repeated = [first, forged, large, healed, sweptOnly].filter(
		(order) => receivedOf(order).length !== 1,
	);
	console.log(JSON.stringify(seen));
} finally {
	await stage.close();
}

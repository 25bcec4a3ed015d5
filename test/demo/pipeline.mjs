// @ts-check
import { say, step } from '../lab/progress.mjs';
import { until } from '../lab/until.mjs';
import { followExecutions } from './executions.mjs';
import { load } from './load.mjs';
import { createCredential, removeFormer, requirePackage, startWorkflow } from './deployment.mjs';
import { openHost } from './n8nHost.mjs';
import { openOdoo } from './odoo.mjs';
import { ensureOwners } from './owners.mjs';
import { readOutcomes } from './outcomes.mjs';
import { readScenario } from './scenario.mjs';
import { deliveredOrders, shipReserved } from './warehouse.mjs';
import { demoWorkflow, triggers } from './workflow.mjs';

/** @typedef {import('./servers.mjs').Servers} Servers */

/** What it is called in n8n: credential and workflow. */
const name = 'Order to Cash (demo)';

/** n8n sweeps each minute, and a busy machine takes its time. */
const patienceSeconds = 300;

/**
 * Orders come in, n8n decides and allocates, the warehouse ships, n8n invoices. Imported anew, the workflow goes over all orders
 * again at every run.
 * @param {Pick<Servers, 'odoo' | 'n8n'>} servers
 */
export async function runPipeline({ odoo, n8n }) {
	const scenario = readScenario();
	const { client, companyId } = await openOdoo(odoo);
	const host = openHost(n8n);
	await requirePackage(host);
	const { orders, customerTag } = await step(
		`Loading ${scenario.orders.length} orders into Odoo`,
		() => load(client, scenario),
	);
	const workflow = await step('Importing and activating the workflow in n8n', async () => {
		await removeFormer(host, name);
		const data = {
			url: odoo.url,
			database: odoo.database,
			apiKey: odoo.apiKey,
			apiVersion: 'auto',
			userName: '',
			companyId,
			// n8n's default. The first 2.x take a missing choice for a list of domains.
			allowedHttpRequestDomains: 'all',
		};
		const credential = await createCredential(host, name, data);
		// An Odoo of somebody's own keeps its users: there the salesperson owns every case.
		const owners = odoo.isOurs ? await ensureOwners(client) : {};
		return await startWorkflow(host, demoWorkflow({ name, credential, customerTag, owners }));
	});
	const progress = followExecutions(host, workflow);
	await step('Credit check and allocation', () =>
		untilPassed(progress, triggers.confirmed, orders),
	);
	const shipped = await step('Shipping what is reserved', () => shipReserved(client, orders));
	say(`Deliveries shipped: ${shipped}`);
	const delivered = await deliveredOrders(client, orders);
	await step('Invoicing what was delivered (n8n checks once a minute)', () =>
		untilPassed(progress, triggers.delivered, delivered),
	);
	return { workflow, outcomes: await readOutcomes(client, orders) };
}

/**
 * Waits until the workflow has been through with all these orders, and is idle.
 * @param {ReturnType<typeof followExecutions>} progress @param {string} trigger @param {readonly number[]} orders
 */
async function untilPassed(progress, trigger, orders) {
	let done = -1;
	const look = async () => {
		const { passed, running } = await progress();
		const now = orders.filter((id) => passed.get(trigger)?.has(id)).length;
		if (now !== done) say(`${now} of ${orders.length} orders`);
		done = now;
		return done === orders.length && running === 0;
	};
	const awaited = () =>
		`the workflow to finish with ${orders.length} orders; it is through with ${done}`;
	await until(awaited, look, { seconds: patienceSeconds, everyMs: 1000 });
}

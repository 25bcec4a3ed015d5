/* eslint-disable no-console, @n8n/community-nodes/no-restricted-imports -- the figures are part of the result; a server of the test's own */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { OdooAiClassify } from '../../../nodes/OdooAiClassify/OdooAiClassify.node';
import { OdooAllocateStock } from '../../../nodes/OdooAllocateStock/OdooAllocateStock.node';
import { OdooCreditCheck } from '../../../nodes/OdooCreditCheck/OdooCreditCheck.node';
import { OdooReleaseInvoice } from '../../../nodes/OdooReleaseInvoice/OdooReleaseInvoice.node';
import { saleOrder } from '../../../nodes/shared/odoo/records/saleOrder';
import { axiosClient } from '../../support/axiosExchange';
import { node, runInEngine, start } from '../../support/engine';
import { liveOdoo } from '../../support/liveOdoo';

const EXECUTIONS = 20;
const NODES = ['classify', 'credit', 'allocate', 'release'] as const;
const OPENS = /version_info|res\.users\/context_get|res\.company\/search_read/;

const PASSED_ON = ['authorization', 'content-type', 'x-odoo-database'];

const { credential, user } = liveOdoo();
const paths: string[] = [];

/** Hands every call on to the real Odoo, and counts it. */
const counting = createServer((request, response) => {
	const parts: Buffer[] = [];
	request.on('data', (part: Buffer) => parts.push(part));
	request.on('end', () => {
		paths.push(request.url ?? '');
		void fetch(`${String(credential.url)}${request.url}`, {
			method: request.method,
			headers: Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
				PASSED_ON.includes(name) && typeof value === 'string' ? [[name, value]] : [],
			),
			body: Buffer.concat(parts),
		}).then(async (reply) => {
			response.writeHead(reply.status, { 'content-type': 'application/json' });
			response.end(await reply.text());
		});
	});
});

beforeAll(
	async () => await new Promise<void>((resolve) => counting.listen(0, '127.0.0.1', resolve)),
);
afterAll(() => counting.close());

const types = {
	start,
	classify: new OdooAiClassify(),
	credit: new OdooCreditCheck(),
	allocate: new OdooAllocateStock(),
	release: new OdooReleaseInvoice(),
};

/** One order through four nodes, whatever they say of it. */
const flow = async (orderId: number) => {
	const { port } = counting.address() as AddressInfo;
	const credentials = {
		odooOrderToCashApi: { ...credential, url: `http://127.0.0.1:${port}` },
	};
	const used = { odooOrderToCashApi: { id: 'odoo', name: 'odoo' } };
	const orderParameter = { __rl: true, mode: 'id', value: '={{ $json.order.id }}' };
	const parameters = { orderId: orderParameter, dryRun: true, method: 'rules', text: 'Thank you' };
	const next = (name: string) =>
		Array.from({ length: 5 }, () => [{ node: name, type: 'main', index: 0 }]);
	const names = ['start', ...NODES];
	const run = await runInEngine({
		nodes: names.map((name) =>
			name === 'start'
				? node(name, name)
				: node(name, name, { parameters, credentials: used, onError: 'continueRegularOutput' }),
		),
		connections: Object.fromEntries(
			names.slice(0, -1).map((name, at) => [name, { main: next(names[at + 1] ?? '') }]),
		) as never,
		types,
		input: [{ json: { order: { id: orderId } } }],
		credentials,
	});
	return JSON.stringify(run.data.resultData.runData[NODES.at(-1) ?? '']?.[0]?.data?.main);
};

it('one order in each execution: its nodes open one session', async () => {
	const orders = await axiosClient(user).search(saleOrder, ['id'], [['state', '=', 'sale']], {
		limit: EXECUTIONS,
	});
	for (let at = 0; at < EXECUTIONS; at += 1) {
		const answer = await flow(orders[at % orders.length]?.id ?? 0);
		expect(answer).not.toContain('"error"');
	}
	const opening = paths.filter((path) => OPENS.test(path)).length;
	console.info(
		`${EXECUTIONS} executions of ${NODES.length} nodes: ${paths.length} calls, ${opening} of them to open sessions`,
	);
	expect(opening).toBeLessThanOrEqual(1 + 2 * EXECUTIONS);
}, 120_000);

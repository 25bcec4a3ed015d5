/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in jest, outside n8n */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { EVENT_TYPES, isEventType } from '../../../nodes/OdooOrderTrigger/core/eventTypes';
import { hooksFor } from '../../../nodes/OdooOrderTrigger/odoo/hooks';
import { registerHooks, unregisterHooks } from '../../../nodes/OdooOrderTrigger/odoo/writeHooks';
import { id, text } from '../../../nodes/shared/odoo/records/fields';
import { defineRecord } from '../../../nodes/shared/odoo/records/record';
import { ensureTag, addTag, removeTag } from '../../../nodes/shared/traces/odoo/tags';
import { axiosClient } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';
import { queryFor } from '../query';
import { makeScene } from './orders';

jest.setTimeout(120_000);

const { admin, user } = liveOdoo();
const client = axiosClient(admin);
const calls: { readonly event: string | null; readonly recordId: number }[] = [];
const server = createServer((request, response) => {
	let body = '';
	request.on('data', (chunk: Buffer) => (body += chunk.toString()));
	request.on('end', () => {
		const { _id: recordId } = JSON.parse(body) as { _id: number };
		calls.push({
			event: new URL(request.url ?? '', 'http://x').searchParams.get('event'),
			recordId,
		});
		response.writeHead(204).end();
	});
});
let url = '';

const query = queryFor(Object.keys(EVENT_TYPES).filter(isEventType), {
	watchedFields: ['client_order_ref'],
});
const hooks = hooksFor(query, 19);
const address = () => ({ url, tokenOf: () => 'secret' });
const rulesOf = async () => {
	const action = defineRecord('ir.actions.server', { id, webhook_url: text });
	return await client.search(action, ['id', 'webhook_url'], [['webhook_url', '=like', `${url}?%`]]);
};
/** Events of which Odoo told for this record since the last look. */
const takeCalls = () => [...new Set(calls.splice(0).map(({ event }) => event))].sort();

beforeAll(async () => {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook/live/odoo-order-trigger`;
});

afterAll(async () => {
	await unregisterHooks(client, url);
	server.closeAllConnections();
	server.close();
});

describe('registering in a real Odoo', () => {
	it('makes each rule once, repairs what was changed, and takes second ones away', async () => {
		expect(await registerHooks(client, hooks, address())).toBe(hooks.length);
		expect(await registerHooks(client, hooks, address())).toBe(0);
		const rule = defineRecord('base.automation', { id, name: text });
		const [first] = await client.search(
			rule,
			['id'],
			[['action_server_ids.webhook_url', '=like', `${url}?event=orderConfirmed%`]],
		);
		await client.call('base.automation', 'write', {
			ids: [first?.id ?? 0],
			args: { vals: { filter_pre_domain: '[]' } },
		});
		expect(await registerHooks(client, hooks, address())).toBe(1);
		const tokenChanged = { url, tokenOf: () => 'another' };
		expect(await registerHooks(client, hooks, tokenChanged)).toBe(hooks.length);
		expect((await rulesOf()).every(({ webhook_url: to }) => to.endsWith('token=another'))).toBe(
			true,
		);
	});

	it('ends with one rule for each event when two processes registered at once', async () => {
		await unregisterHooks(client, url);
		const together = async () => await registerHooks(axiosClient(admin), hooks, address());
		await Promise.all([together(), together()]);
		await registerHooks(client, hooks, address());
		expect(await rulesOf()).toHaveLength(hooks.length);
	});

	it('has Odoo call for the event and for nothing else', async () => {
		await registerHooks(client, hooks, address());
		const scene = await makeScene(client, 'hooks');
		const [order = 0] = await scene.quotations(1);
		takeCalls();
		await client.call('sale.order', 'write', { ids: [order], args: { vals: { note: 'nothing' } } });
		expect(takeCalls()).toEqual([]);
		await scene.confirm([order]);
		expect(takeCalls()).toEqual(['orderConfirmed']);
		await client.call('sale.order', 'write', {
			ids: [order],
			args: { vals: { client_order_ref: 'PO 1' } },
		});
		expect(takeCalls()).toEqual(['orderChanged']);
		const tag = await ensureTag(client, 'Credit Hold');
		await addTag(client, [order], tag);
		await removeTag(client, [order], tag);
		expect(takeCalls()).toEqual(['holdReleased']);
		await scene.deliver([order]);
		expect(takeCalls()).toEqual(['deliveryDone']);
		const [invoice = 0] = await scene.invoice([order]);
		expect(takeCalls()).toEqual(['invoicePosted']);
		await scene.pay(invoice);
		expect(takeCalls()).toEqual(['invoicePaid']);
	});

	it('is refused without rights, with a reason', async () => {
		await expect(registerHooks(axiosClient(user), hooks, address())).rejects.toMatchObject({
			kind: 'accessDenied',
		});
	});

	it('leaves nothing behind', async () => {
		await unregisterHooks(client, url);
		expect(await rulesOf()).toEqual([]);
		await unregisterHooks(client, url);
	});
});

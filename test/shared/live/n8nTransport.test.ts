import { routed } from '../../../nodes/shared/n8n/outcomes';
import type { OdooClient } from '../../../nodes/shared/odoo/OdooClient';
import { readOrders } from '../../../nodes/shared/odoo/readOrders';
import { saleOrder } from '../../../nodes/shared/odoo/records/saleOrder';
import { axiosClient } from '../../support/axiosExchange';
import { runNode } from '../../support/engine';
import { liveOdoo } from '../../support/liveOdoo';
import { probeNode } from '../../support/probeNode';

const { credential, user } = liveOdoo();

const readThem = async (client: OdooClient, ids: readonly number[]) =>
	new Map((await readOrders(client, ids)).map((order) => [order.id, routed(0, { seen: order })]));

const run = async (input: object[], more: Record<string, string> = {}, parameters = {}) =>
	await runNode({
		type: probeNode(readThem),
		parameters,
		input: input.map((json) => ({ json })) as never,
		credentials: { odooOrderToCashApi: { ...credential, ...more } },
		onError: 'continueErrorOutput',
	});

describe("a node in n8n's engine, over n8n's HTTP helper", () => {
	it.each([
		{ apiVersion: 'auto' },
		{ apiVersion: 'json2' },
		{ apiVersion: 'jsonRpc', userName: 'o2c' },
	])('reads the same orders as axios does, over $apiVersion', async (choice) => {
		const client = axiosClient(user);
		const found = await client.search(saleOrder, ['id'], [], { limit: 5 });
		const expected = await readOrders(
			client,
			found.map(({ id }) => id),
		);
		const { outputs } = await run(
			found.map(({ id }) => ({ order: { id } })),
			choice as Record<string, string>,
		);
		const seen = (outputs[0] ?? []).map(({ json }) => json.seen as { id: number });
		expect(seen.sort((a, b) => a.id - b.id)).toEqual([...expected].sort((a, b) => a.id - b.id));
	});

	it('finds orders by reference in one call, and an unknown one fails alone', async () => {
		const [order] = await axiosClient(user).search(saleOrder, ['id', 'name'], [], { limit: 1 });
		const byReference = {
			orderId: { __rl: true, mode: 'reference', value: '={{ $json.reference }}' },
		};
		const { outputs } = await run(
			[{ reference: order?.name }, { reference: 'NO-SUCH-ORDER' }],
			{},
			byReference,
		);
		expect(outputs.map((items) => items.length)).toEqual([1, 0, 1]);
		expect(outputs[2]?.[0]?.json).toMatchObject({
			reference: 'NO-SUCH-ORDER',
			error: { class: 'input', message: "No sales order has the reference 'NO-SUCH-ORDER'" },
		});
	});

	it('keeps the key out of everything a refused call leaves behind', async () => {
		const { outputs, run: whole } = await run([{ order: { id: 1 } }], {
			apiKey: 'wrong-key-of-a-stranger',
		});
		expect(outputs[2]?.[0]?.json.error).toMatchObject({ class: 'accessDenied', retryable: false });
		expect(JSON.stringify(whole.data)).not.toContain('wrong-key-of-a-stranger');
	});
});

import { NodeOperationError, type IDataObject, type INode, type INodeType } from 'n8n-workflow';

import schema from '../../../nodes/OdooExceptionRouter/__schema__/v1.0.0.json';
import { OdooExceptionRouter } from '../../../nodes/OdooExceptionRouter/OdooExceptionRouter.node';
import { axiosClient } from '../../support/axiosExchange';
import { runInEngine, runNode } from '../../support/engine';
import { exceptionScene } from '../exceptionScene';
import { liveOdoo } from '../../support/liveOdoo';
import { schemaMisfits } from '../../support/schemaFit';

jest.setTimeout(60_000);

const live = liveOdoo();
const admin = axiosClient(live.admin);
const scene = exceptionScene(admin);
const [SALES, FINANCE, WAREHOUSE, , INTEGRATION] = [0, 1, 2, 3, 4];

const overLimit = {
	decision: 'onHold',
	reasons: [
		{
			code: 'limit_exceeded',
			message: 'The customer would owe 12,000.00 EUR; the credit limit allows 10,000.00 EUR.',
			reaction: 'hold',
			actual: 12000,
			threshold: 10000,
		},
		{ code: 'released', message: 'noted only', reaction: 'approve' },
	],
};
const held = (order: { id: number }): IDataObject => ({
	order: { id: order.id },
	credit: overLimit,
});
const shortOf = (order: { id: number }): IDataObject => ({
	order: { id: order.id },
	allocation: {
		status: 'short',
		lines: [
			{
				product: { id: 1, name: 'Desk <b>' },
				unit: 'Units',
				asked: 5,
				allocated: 2,
				short: 3,
				expected: null,
				reason: 'othersFirst',
			},
		],
	},
});

type Routed = IDataObject & { exception: IDataObject & { owner: IDataObject; activityId: number } };

const route = async (
	items: readonly IDataObject[],
	parameters: INode['parameters'] = {},
): Promise<Routed[][]> => {
	const { outputs, error } = await runNode({
		type: new OdooExceptionRouter(),
		parameters: { timeZone: 'Europe/Berlin', ...parameters },
		input: items.map((json) => ({ json })),
		credentials: { odooOrderToCashApi: live.credential },
	});
	if (error) throw error;
	return outputs.map((list) => list.map(({ json }) => json as Routed));
};
const routeOne = async (
	item: IDataObject,
	parameters: INode['parameters'] = {},
): Promise<Routed> => {
	const [routed] = (await route([item], parameters)).flat();
	if (!routed) throw new Error('The item is lost');
	return routed;
};
const anOrder = async (values: { readonly [field: string]: string | number | boolean } = {}) => {
	const [order] = await scene.orders(1, values);
	if (!order) throw new Error('Odoo made no order');
	return order;
};
const by = (mode: string, value: string | number) => ({ __rl: true, mode, value });

const ODOO = { odooOrderToCashApi: { id: 'odooOrderToCashApi', name: 'odooOrderToCashApi' } };
const aNode = (name: string, type: string, more: Partial<INode> = {}): INode => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	...more,
});
const plain = {
	displayName: 'Plain',
	name: 'plain',
	group: ['transform' as const],
	version: 1,
	description: '',
	defaults: { name: 'Plain' },
	inputs: ['main' as const],
	outputs: ['main' as const],
	properties: [],
};
const passing: INodeType = {
	description: { ...plain, group: ['trigger'], inputs: [] },
	async execute() {
		return [this.getInputData()];
	},
};
/** Breaks for every item, in the way n8n's own nodes do. */
const failing: INodeType = {
	description: plain,
	async execute() {
		const error = new NodeOperationError(this.getNode(), 'broke before');
		return [this.getInputData().map((_item, item) => ({ json: {}, error, pairedItem: { item } }))];
	},
};

describe('a held order', () => {
	it('becomes one activity on the order with owner, deadline and the figures', async () => {
		const order = await anOrder();
		const owner = await scene.user();
		const outputs = await route([held(order)], { financeOwner: by('login', owner.login) });
		expect(outputs.map((items) => items.length)).toEqual([0, 1, 0, 0, 0]);
		const exception = outputs[FINANCE]?.[0]?.exception;
		expect(exception).toMatchObject({
			code: 'CREDIT_LIMIT',
			stage: 'credit',
			kind: 'business',
			category: 'blocked',
			severity: 'high',
			priority: 'P2',
			owner: { id: owner.id, role: 'Finance', fallback: null },
			episode: 1,
			isNew: true,
			timeZone: 'Europe/Berlin',
			dryRun: false,
		});
		expect(schemaMisfits(schema, 'exception', exception)).toEqual([]);
		expect(Object.keys(exception ?? {}).sort()).toEqual(
			Object.keys(schema.properties.exception.properties).sort(),
		);
		const [activity, ...more] = await scene.activitiesOf([order.id]);
		expect(more).toEqual([]);
		expect(activity).toMatchObject({
			id: exception?.activityId,
			active: true,
			user_id: [owner.id, expect.any(String)],
			activity_type_id: [expect.any(Number), 'Exception'],
			summary: expect.stringMatching(
				new RegExp(`^P2 ${order.reference}: credit limit exceeded \\(Exception customer`),
			),
			date_deadline: String(exception?.deadline).slice(0, 10),
		});
		expect(activity?.note).toContain(
			'<li>The customer would owe 12,000.00 EUR; the credit limit allows 10,000.00 EUR.</li>',
		);
		expect(activity?.note).not.toMatch(/limit_exceeded|CREDIT_LIMIT|threshold/);
		expect(activity?.note).not.toContain('noted only');
		expect(activity?.note).toMatch(
			/Due [A-Z][a-z]{2} \d{1,2}, \d{4}, \d\d:\d\d \(Europe\/Berlin\), within 4 working hours\./,
		);
	});

	it('over JSON-RPC is the same case as over JSON-2', async () => {
		const order = await anOrder();
		const over = async (apiVersion: string) => {
			const credential = { ...live.credential, apiVersion, userName: 'o2c' };
			const { outputs } = await runNode({
				type: new OdooExceptionRouter(),
				input: [{ json: held(order) }],
				credentials: { odooOrderToCashApi: credential },
			});
			return outputs[FINANCE]?.[0]?.json.exception;
		};
		const first = await over('jsonRpc');
		expect(first).toMatchObject({ isNew: true, episode: 1 });
		expect(await over('json2')).toMatchObject({
			isNew: false,
			activityId: (first as IDataObject).activityId,
		});
		expect(await over('jsonRpc')).toMatchObject({
			isNew: false,
			activityId: (first as IDataObject).activityId,
		});
	});

	it('routed again is the same case, unchanged', async () => {
		const order = await anOrder();
		const first = await routeOne(held(order));
		const before = await scene.activitiesOf([order.id]);
		const second = await routeOne(held(order));
		expect(second.exception).toEqual({
			...first.exception,
			owner: { ...first.exception.owner, fallback: null },
			isNew: false,
		});
		expect(await scene.activitiesOf([order.id])).toEqual(before);
	});

	it('seen twice in one run is one case, opened by the first', async () => {
		const order = await anOrder();
		const items = (await route([held(order), shortOf(order), held(order)])).flat();
		const cases = items
			.filter(({ exception }) => exception.code === 'CREDIT_LIMIT')
			.map(({ exception }) => exception);
		expect(cases.map(({ isNew }) => isNew)).toEqual([true, false]);
		expect(new Set(cases.map(({ activityId }) => activityId)).size).toBe(1);
		expect((await scene.activitiesOf([order.id])).length).toBe(2);
	});

	it('routed by four runs at once is one activity for each order', async () => {
		const orders = await scene.orders(12);
		const runs = await Promise.all(
			Array.from({ length: 4 }, async () => (await route(orders.map(held))).flat()),
		);
		const activities = await scene.activitiesOf(orders.map(({ id }) => id));
		expect(activities.map(({ res_id: orderId }) => orderId).sort()).toEqual(
			orders.map(({ id }) => id).sort(),
		);
		for (const run of runs)
			expect(run.map(({ exception }) => exception.activityId).sort()).toEqual(
				activities.map(({ id }) => id).sort(),
			);
	});

	it('writes nothing in a dry run, and says what it would', async () => {
		const order = await anOrder();
		const { exception } = await routeOne(held(order), { dryRun: true });
		expect(exception).toMatchObject({
			code: 'CREDIT_LIMIT',
			isNew: true,
			activityId: null,
			episode: 1,
			dryRun: true,
		});
		expect(await scene.activitiesOf([order.id])).toEqual([]);
	});
});

describe('an exception that comes back', () => {
	it('after its activity was done opens the next episode', async () => {
		const order = await anOrder();
		const first = await routeOne(held(order));
		await admin.call('mail.activity', 'action_feedback', {
			ids: [first.exception.activityId],
			args: { feedback: 'Paid' },
		});
		const second = await routeOne(held(order));
		expect(second.exception).toMatchObject({ episode: 2, isNew: true });
		expect(await routeOne(held(order))).toMatchObject({
			exception: { episode: 2, isNew: false, activityId: second.exception.activityId },
		});
		const activities = await scene.activitiesOf([order.id]);
		expect(activities.map(({ id, active }) => ({ id, active }))).toEqual([
			{ id: first.exception.activityId, active: false },
			{ id: second.exception.activityId, active: true },
		]);
	});

	it('after its activity was deleted is a case again', async () => {
		const order = await anOrder();
		const first = await routeOne(held(order));
		await admin.call('mail.activity', 'unlink', { ids: [first.exception.activityId] });
		expect(await routeOne(held(order))).toMatchObject({ exception: { isNew: true, episode: 1 } });
		expect((await scene.activitiesOf([order.id])).length).toBe(1);
	});
});

describe('people may change a case', () => {
	it('and the node reports their owner and their date', async () => {
		const order = await anOrder();
		const first = await routeOne(held(order));
		const other = await scene.user();
		await admin.write('mail.activity', [first.exception.activityId], {
			user_id: other.id,
			date_deadline: '2030-01-07',
		});
		const second = await routeOne(held(order));
		expect(second.exception).toMatchObject({
			isNew: false,
			owner: { id: other.id },
			deadline: '2030-01-07T17:00:00+01:00',
		});
	});
});

describe('the owner', () => {
	it('of a sales case is the salesperson of the order', async () => {
		const salesperson = await scene.user();
		const order = await anOrder({ user_id: salesperson.id });
		const outputs = await route([shortOf(order)]);
		expect(outputs[SALES]?.[0]?.exception).toMatchObject({
			code: 'STOCK_LOST_TO_PRIORITY',
			owner: { id: salesperson.id, fallback: null },
		});
		const [activity] = await scene.activitiesOf([order.id]);
		expect(activity?.note).toContain('Desk &lt;b&gt;: 2 of 5 Units allocated, 3 short');
	});

	it('who is archived is replaced by the default owner, and the case says so', async () => {
		const gone = await scene.user({ active: false });
		const deputy = await scene.user();
		const order = await anOrder();
		const { exception } = await routeOne(held(order), {
			financeOwner: by('login', gone.login),
			defaultOwner: by('id', deputy.id),
		});
		expect(exception.owner).toMatchObject({
			id: deputy.id,
			role: 'Finance',
			fallback: expect.stringMatching(
				/^Finance: the Finance owner, .* is archived; the default owner, .* owns the case$/,
			),
		});
		const [activity] = await scene.activitiesOf([order.id]);
		expect(activity).toMatchObject({ user_id: [deputy.id, expect.any(String)] });
		expect(activity?.note).toContain('is archived; the default owner');
	});

	it('who had to be replaced is told once on the node', async () => {
		const gone = await scene.user({ active: false });
		const orders = await scene.orders(3);
		const { run } = await runNode({
			type: new OdooExceptionRouter(),
			parameters: { financeOwner: by('login', gone.login), dryRun: true },
			input: orders.map((order) => ({ json: held(order) })),
			credentials: { odooOrderToCashApi: live.credential },
		});
		expect(run.data.resultData.runData.Node?.[0]?.hints).toMatchObject([
			{ type: 'warning', message: expect.stringContaining('is archived') },
		]);
	});

	it('who is nowhere to be found is replaced by the salesperson', async () => {
		const salesperson = await scene.user();
		const order = await anOrder({ user_id: salesperson.id });
		const { exception } = await routeOne(held(order), {
			financeOwner: by('login', 'nobody@nowhere'),
			defaultOwner: by('id', 99_999_999),
		});
		expect(exception.owner).toMatchObject({
			id: salesperson.id,
			fallback: expect.stringContaining('(nobody@nowhere) does not exist in Odoo'),
		});
	});

	it('falls to the integration user when the order has nobody either', async () => {
		const order = await anOrder({ user_id: false });
		const { exception } = await routeOne(shortOf(order));
		expect(exception.owner).toMatchObject({
			name: 'Order-to-Cash Integration',
			role: 'Sales',
			fallback: expect.stringContaining("the order's salesperson is not set"),
		});
	});

	it('can be overridden for a case', async () => {
		const order = await anOrder();
		const rules = [{ code: 'CREDIT_LIMIT', owner: 'warehouse', severity: 'critical', slaHours: 1 }];
		const outputs = await route([held(order)], { overrides: { rules } });
		expect(outputs[WAREHOUSE]?.[0]?.exception).toMatchObject({
			severity: 'critical',
			priority: 'P1',
			slaHours: 1,
			owner: { role: 'Warehouse' },
		});
	});
});

describe('an item without an order', () => {
	it.each([
		{ when: 'it names none', json: { credit: overLimit }, why: "'Sales Order' is empty" },
		{
			when: 'the order is gone',
			json: { order: { id: 99_999_999 }, credit: overLimit },
			why: 'There is no sales order 99999999',
		},
		{
			when: 'the id is no number',
			json: { order: { id: 'abc' }, error: { message: 'lost' } },
			left: { order: { id: 'abc' }, previousError: { message: 'lost' } },
			why: String.raw`'Sales Order' is not the ID of an order: \"abc\"`,
		},
	])('still leaves on Integration when $when', async ({ json, left = json, why }) => {
		const outputs = await route([json]);
		expect(outputs.map((items) => items.length)).toEqual([0, 0, 0, 0, 1]);
		expect(outputs[INTEGRATION]?.[0]).toMatchObject({
			...left,
			exception: { code: 'INTEGRATION_NO_ORDER', activityId: null, episode: null },
		});
		expect(JSON.stringify(outputs[INTEGRATION]?.[0]?.exception.reasons)).toContain(why);
	});
});

describe('a failed item', () => {
	it('goes to who can put it right, with the reason of Odoo', async () => {
		const [refused, unreachable] = await scene.orders(2);
		const failure = {
			message: 'account.move.action_post: You must add a line.',
			class: 'validation',
			retryable: false,
			call: 'account.move.action_post',
			advice: 'Correct the record in Odoo.',
		};
		const outputs = await route([
			{ order: { id: refused?.id }, error: failure },
			{
				order: { id: unreachable?.id },
				error: { message: 'no answer', class: 'unreachable', retryable: true },
			},
		]);
		expect(outputs[FINANCE]?.[0]?.exception).toMatchObject({
			code: 'INVOICE_REFUSED',
			category: 'failed',
		});
		expect(outputs[INTEGRATION]?.[0]?.exception).toMatchObject({
			code: 'INTEGRATION_UNREACHABLE',
			kind: 'technical',
			severity: 'critical',
		});
		const [activity] = await scene.activitiesOf([refused?.id ?? 0]);
		expect(activity?.note).toContain(
			'account.move.action_post: You must add a line. Correct the record in Odoo.',
		);
	});

	it('of another node still leaves as a case, although the engine hands its error along', async () => {
		const order = await anOrder();
		const run = await runInEngine({
			nodes: [
				aNode('Start', 'start'),
				aNode('Before', 'failing', { onError: 'continueErrorOutput' }),
				aNode('Router', 'router', {
					onError: 'continueErrorOutput',
					credentials: ODOO,
					parameters: { orderId: by('id', String(order.id)) },
				}),
			],
			connections: {
				Start: { main: [[{ node: 'Before', type: 'main', index: 0 }]] },
				Before: { main: [[], [{ node: 'Router', type: 'main', index: 0 }]] },
			},
			types: { start: passing, failing, router: new OdooExceptionRouter() },
			input: [{ json: { order: { id: order.id } } }],
			credentials: { odooOrderToCashApi: live.credential },
		});
		const outputs = run.data.resultData.runData.Router?.[0]?.data?.main ?? [];
		expect(outputs.map((items) => items?.length)).toEqual([0, 0, 0, 0, 1, 0]);
		expect(outputs[INTEGRATION]?.[0]?.json).toMatchObject({
			exception: { code: 'INTEGRATION_OTHER', reasons: [{ message: 'broke before' }] },
		});
		expect(await scene.activitiesOf([order.id])).toHaveLength(1);
	});

	it('with a parameter that cannot be read fails alone', async () => {
		const [good, bad] = await scene.orders(2);
		const { outputs } = await runNode({
			type: new OdooExceptionRouter(),
			parameters: { timeZone: '={{ $json.zone }}' },
			input: [
				{ json: { ...held(good ?? { id: 0 }), zone: 'UTC' } },
				{ json: { ...held(bad ?? { id: 0 }), zone: 'Mars/Base' } },
			],
			credentials: { odooOrderToCashApi: live.credential },
			onError: 'continueErrorOutput',
		});
		expect(outputs.map((items) => items.length)).toEqual([0, 1, 0, 0, 0, 1]);
		expect(outputs[5]?.[0]?.json.error).toMatchObject({
			class: 'input',
			message: expect.stringContaining("'Time Zone'"),
		});
	});
});

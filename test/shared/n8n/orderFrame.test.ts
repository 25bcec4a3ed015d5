import { OdooError } from '../../../nodes/shared/odoo/errors';
import { failed, routed, type Outcome } from '../../../nodes/shared/n8n/outcomes';
import { runNode } from '../../support/engine';
import { probeNode } from '../../support/probeNode';

const nobody = {
	url: 'http://127.0.0.1:9',
	database: 'x',
	apiKey: 'the-key',
	apiVersion: 'json2',
	companyId: 0,
};
const order = (id: unknown, more = {}) => ({ json: { order: { id }, ...more } });
const refusal = new OdooError({
	kind: 'validation',
	call: 'sale.order.write',
	reason: 'Locked orders cannot be modified.',
});

/** Odd orders pass, multiples of four break, the others do not pass. */
const policy = (id: number): Outcome =>
	id % 4 === 0 ? failed(refusal) : routed(id % 2 === 1 ? 0 : 1, { seen: id });
const decide = async (_client: unknown, ids: readonly number[]) =>
	new Map(ids.filter((id) => id < 90).map((id) => [id, policy(id)]));
const run = async (
	input: { json: object }[],
	onError?: 'continueErrorOutput' | 'continueRegularOutput',
) =>
	await runNode({
		type: probeNode(decide),
		input: input as never,
		credentials: { odooOrderToCashApi: nobody },
		onError,
	});

describe('the frame of an order node', () => {
	it('sends every item to exactly one output, paired and with its own json', async () => {
		const { outputs } = await run([order(1, { keep: 'a' }), order(2), order(1, { keep: 'b' })]);
		expect(
			outputs.map((items) => items.map(({ json, pairedItem }) => ({ json, pairedItem }))),
		).toEqual([
			[
				{ json: { order: { id: 1 }, keep: 'a', seen: 1 }, pairedItem: { item: 0 } },
				{ json: { order: { id: 1 }, keep: 'b', seen: 1 }, pairedItem: { item: 2 } },
			],
			[{ json: { order: { id: 2 }, seen: 2 }, pairedItem: { item: 1 } }],
		]);
	});

	it('sends what broke to the error output with class, reason and whether trying again helps', async () => {
		const { outputs } = await run(
			[order(1), order(4, { keep: 'a' }), order(99), order('x'), order(undefined)],
			'continueErrorOutput',
		);
		expect(outputs.map((items) => items.length)).toEqual([1, 0, 4]);
		expect(outputs[2]?.map(({ json }) => json)).toMatchObject([
			{
				keep: 'a',
				order: { id: 4 },
				error: {
					class: 'validation',
					retryable: false,
					message: 'sale.order.write: Locked orders cannot be modified.',
					call: 'sale.order.write',
				},
			},
			{ error: { class: 'missingRecord', retryable: false } },
			{ error: { class: 'input', message: `'Sales Order' is not the ID of an order: "x"` } },
			{ error: { class: 'input', message: "'Sales Order' is empty" } },
		]);
	});

	it.each([
		{ when: 'a number', id: 3 },
		{ when: 'text', id: ' 3 ' },
		{ when: 'how Odoo refers to a record', id: [3, 'S00003'] },
		{ when: 'a record', id: { id: 3, name: 'S00003' } },
	])('takes $when for an ID', async ({ id }) => {
		const { outputs } = await run([order(id)], 'continueErrorOutput');
		expect(outputs.map((items) => items.map(({ json }) => json.seen))).toEqual([[3], [], []]);
	});

	it.each([-3, 0, 1.5, 2 ** 40, '3.0', '-3', '0x3', [], [true], {}, { id: 'x' }, true, '', null])(
		'does not take %j for one',
		async (id) => {
			const { outputs } = await run([order(id)], 'continueErrorOutput');
			expect(outputs.map((items) => items.length)).toEqual([0, 0, 1]);
			expect(outputs[2]?.[0]?.json.error).toMatchObject({ class: 'input', retryable: false });
		},
	);

	it('keeps files on every output, those of broken items too', async () => {
		const binary = { data: { mimeType: 'text/plain', data: 'aGk=' } };
		const input = [1, 2, 4].map((id) => ({ ...order(id), binary }));
		for (const onError of ['continueErrorOutput', 'continueRegularOutput'] as const) {
			const { outputs } = await run(input, onError);
			expect(outputs.flat().map((item) => item.binary)).toEqual([binary, binary, binary]);
		}
	});

	it('a decision is newer than the failure that an item brings along', async () => {
		const error = { message: 'Odoo was away', class: 'unreachable', retryable: true };
		const { outputs } = await run(
			[order(1, { error }), order(4, { error })],
			'continueErrorOutput',
		);
		expect(outputs[0]?.[0]?.json).toEqual({ order: { id: 1 }, previousError: error, seen: 1 });
		expect(outputs[2]?.[0]?.json).toMatchObject({ error: { class: 'validation' } });
	});

	it('never lets a broken item pass when the node continues on its regular output', async () => {
		const { outputs } = await run([order(4), order(1)], 'continueRegularOutput');
		expect(outputs.map((items) => items.map(({ json }) => json.order))).toEqual([
			[{ id: 1 }],
			[{ id: 4 }],
		]);
	});

	it('stops with the first reason and the number of the others, when it is to stop', async () => {
		const { error } = await run([order(1), order(4), order(8)]);
		expect(error).toMatchObject({
			message: 'sale.order.write: Locked orders cannot be modified.',
			context: { itemIndex: 1 },
		});
		expect(error?.description).toMatch(/1 more of 3 items did not go through/);
	});

	it('1,000 items leave once each', async () => {
		const input = Array.from({ length: 1000 }, (_, index) => order(index % 80));
		const { outputs } = await run(input, 'continueErrorOutput');
		const places = outputs.flat().map(({ pairedItem }) => (pairedItem as { item: number }).item);
		expect(places.sort((a, b) => a - b)).toEqual(input.map((_, index) => index));
	});
});

describe('an Odoo that is not there', () => {
	const type = probeNode(
		async (client, ids) => new Map([[ids[0] ?? 0, routed(0, { n: (await client.session()).uid })]]),
	);
	const ask = async (onError?: 'continueErrorOutput' | 'continueRegularOutput') =>
		await runNode({
			type,
			input: [order(1), order('x')] as never,
			credentials: { odooOrderToCashApi: nobody },
			onError,
		});

	it('is unreachable, and the key is shown nowhere', async () => {
		const { error, run: whole } = await ask();
		expect(error).toMatchObject({ context: { class: 'unreachable', retryable: true } });
		expect(error?.message).toMatch(/nothing listens at that address/);
		expect(JSON.stringify(whole.data.resultData)).not.toContain('the-key');
	}, 30_000);

	it.each([
		{ when: 'there is an error output', onError: 'continueErrorOutput' as const, left: [0, 0, 2] },
		{
			when: 'the node continues on its regular output',
			onError: 'continueRegularOutput' as const,
			left: [0, 2],
		},
	])(
		'lets no order pass when $when',
		async ({ onError, left }) => {
			const { outputs } = await ask(onError);
			expect(outputs.map((items) => items.length)).toEqual(left);
			expect(outputs.flat().map(({ json }) => json.error)).toMatchObject([
				{ class: 'unreachable' },
				{ class: 'unreachable' },
			]);
		},
		30_000,
	);
});

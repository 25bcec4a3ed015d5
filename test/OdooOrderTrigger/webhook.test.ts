import type { IWebhookFunctions } from 'n8n-workflow';

import { readCall } from '../../nodes/OdooOrderTrigger/hookCall';
import { redeliverAfter } from '../../nodes/OdooOrderTrigger/redelivery';
import { isSameSecret, tokenFor } from '../../nodes/OdooOrderTrigger/secret';
import { readCheckpoint, writeCheckpoint } from '../../nodes/OdooOrderTrigger/staticData';

const now = new Date('2026-11-22T12:00:00Z');
const tokenOf = tokenFor('a-key', 'a-scope');
const genuine = {
	_id: 7,
	_model: 'sale.order',
	_action: 'n8n(#1)',
	id: 7,
	write_date: '2026-11-22 11:59:58.123456',
};

interface Call {
	readonly body?: object | string;
	readonly query?: object;
	readonly contentLength?: string;
	readonly rawBody?: Buffer;
}

const call = ({
	body = genuine,
	query = { event: 'orderConfirmed', token: tokenOf('orderConfirmed') },
	contentLength = '150',
	rawBody = Buffer.from(''),
}: Call) =>
	({
		getRequestObject: () => ({ headers: { 'content-length': contentLength }, rawBody }),
		getQueryData: () => query,
		getBodyData: () => body,
	}) as unknown as IWebhookFunctions;

const read = (of: Call) =>
	readCall(call(of), { types: ['orderConfirmed', 'deliveryDone'], tokenOf, now });

describe('a webhook call', () => {
	it('of Odoo names the event and the record', () => {
		expect(read({})).toEqual({ kind: 'accepted', hint: { type: 'orderConfirmed', recordId: 7 } });
	});

	it.each<{ when: string; of: Call; status: number }>([
		{ when: 'the secret is missing', of: { query: { event: 'orderConfirmed' } }, status: 401 },
		{
			when: 'the secret is wrong',
			of: { query: { event: 'orderConfirmed', token: 'x' } },
			status: 401,
		},
		{
			when: 'the secret is a list',
			of: { query: { event: 'orderConfirmed', token: [tokenOf('orderConfirmed')] } },
			status: 401,
		},
		{
			when: "the secret is another event's",
			of: { query: { event: 'deliveryDone', token: tokenOf('orderConfirmed') } },
			status: 401,
		},
		{
			when: 'the event is none of this trigger',
			of: { query: { event: 'invoicePaid', token: tokenOf('invoicePaid') } },
			status: 401,
		},
		{ when: 'the length it gives is too large', of: { contentLength: '5000' }, status: 413 },
		{ when: 'the length it gives is no number', of: { contentLength: 'x' }, status: 413 },
		{
			when: 'more comes than it said',
			of: { contentLength: '10', rawBody: Buffer.alloc(5000) },
			status: 413,
		},
		{
			when: 'it is too large and the secret is wrong',
			of: { contentLength: '5000', query: {} },
			status: 413,
		},
		{ when: 'the record is no number', of: { body: { ...genuine, _id: '7' } }, status: 400 },
		{ when: 'the body is text', of: { body: 'hello' }, status: 400 },
		{ when: 'it has no time', of: { body: { _id: 7, _model: 'sale.order' } }, status: 400 },
		{ when: 'its time is no time', of: { body: { ...genuine, write_date: 'soon' } }, status: 410 },
		{
			when: 'its write is long past',
			of: { body: { ...genuine, write_date: '2026-11-22 11:30:00' } },
			status: 410,
		},
	])('is refused with $status when $when', ({ of, status }) => {
		expect(read(of)).toMatchObject({ kind: 'refused', status });
	});
});

describe('the secret', () => {
	it('differs for each key, trigger and event', () => {
		const tokens = [
			tokenOf('orderConfirmed'),
			tokenOf('deliveryDone'),
			tokenFor('b-key', 'a-scope')('orderConfirmed'),
			tokenFor('a-key', 'b-scope')('orderConfirmed'),
		];
		expect(new Set(tokens).size).toBe(4);
		expect(tokens.join()).not.toContain('key');
	});

	it('is compared whatever the length', () => {
		expect([
			isSameSecret('', 'abc'),
			isSameSecret('abc', 'abc'),
			isSameSecret('abcd', 'abc'),
		]).toEqual([false, true, false]);
	});
});

describe('redelivery', () => {
	const own = 'n8n-nodes-odoo-order-to-cash';
	const node = (name: string, type: string, disabled = false) => ({
		name,
		type,
		typeVersion: 1,
		disabled,
	});
	const context = (
		children: readonly ReturnType<typeof node>[],
		parentOf: (name: string) => string = () => 'Trigger',
	) =>
		({
			getNode: () => ({ name: 'Trigger', type: `${own}.odooOrderTrigger` }),
			getChildNodes: () => [...children],
			getParentNodes: (name: string) => [node(parentOf(name), '')],
		}) as unknown as Parameters<typeof redeliverAfter>[0];
	const parameters = (redeliver: 'auto' | 'always' | 'never') => ({
		redeliver,
		redeliverMinutes: 2,
	});
	const credit = node('Credit', `${own}.odooCreditCheck`);

	it.each<{
		when: string;
		redeliver: 'auto' | 'always' | 'never';
		children: ReturnType<typeof node>[];
		seconds: number | null;
	}>([
		{ when: 'the next node answers', redeliver: 'auto', children: [credit], seconds: 120 },
		{ when: 'nothing follows', redeliver: 'auto', children: [], seconds: null },
		{
			when: 'the next node is a foreign one',
			redeliver: 'auto',
			children: [node('Slack', 'n8n-nodes-base.slack')],
			seconds: null,
		},
		{
			when: 'one of two next nodes is a foreign one',
			redeliver: 'auto',
			children: [credit, node('Slack', 'n8n-nodes-base.slack')],
			seconds: null,
		},
		{
			when: 'the next node is switched off',
			redeliver: 'auto',
			children: [{ ...credit, disabled: true }],
			seconds: null,
		},
		{ when: 'it is always wanted', redeliver: 'always', children: [], seconds: 120 },
		{ when: 'it is never wanted', redeliver: 'never', children: [credit], seconds: null },
	])('comes after $seconds s when $when', ({ redeliver, children, seconds }) => {
		expect(redeliverAfter(context(children), parameters(redeliver))).toBe(seconds);
	});

	it('does not wait for a node further down', () => {
		expect(
			redeliverAfter(
				context([credit], () => 'If'),
				parameters('auto'),
			),
		).toBeNull();
	});
});

describe('the checkpoint in the static data', () => {
	const checkpoint = {
		since: '2026-11-22 12:00:00',
		positions: {
			order: {
				watermark: '2026-11-22 12:00:00',
				met: '2026-11-22 12:00:00',
				pass: { after: '2026-11-22 12:00:00', ids: [1] },
			},
		},
		known: ['a'],
		answeredUpTo: 3,
		clock: '2026-11-22 12:00:00',
	};

	it('comes back as it was', () => {
		const staticData = {};
		writeCheckpoint(staticData, checkpoint);
		expect(readCheckpoint(staticData)).toEqual(checkpoint);
	});

	it.each([{}, { checkpoint: 'x' }, { checkpoint: { ...checkpoint, since: 'yesterday' } }])(
		'is none when it cannot be read: %j',
		(staticData) => {
			expect(readCheckpoint(staticData)).toBeNull();
		},
	);
});

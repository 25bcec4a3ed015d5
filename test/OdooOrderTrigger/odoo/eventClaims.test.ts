import { z } from 'zod';

import type { OrderEvent } from '../../../nodes/OdooOrderTrigger/core/orderEvent';
import { eventClaims } from '../../../nodes/OdooOrderTrigger/odoo/eventClaims';
import { OdooError } from '../../../nodes/shared/odoo/errors';
import type { OdooCall } from '../../../nodes/shared/odoo/OdooTransport';
import { claim } from '../../../nodes/shared/traces/odoo/claims';
import { ensureFacts } from '../../../nodes/shared/traces/odoo/facts';
import { fakeOdoo } from '../../support/fakeOdoo';

const event: OrderEvent = {
	id: 'invoicePaid-3-7',
	type: 'invoicePaid',
	orderId: 7,
	occurredAt: '2026-11-22 12:00:00',
	document: { model: 'account.move', id: 5, reference: 'INV/5' },
	detail: { amount: 10 },
};
const LIES_UNDER = 'event_0a1b_2_invoicePaid-3-7';
const imports = z.object({ fields: z.array(z.string()), data: z.array(z.array(z.string())) });

/** What is imported for the claim; another one's record is seen under its key. */
const rowOf = async (scope: string, attempt: number, version = 19) => {
	const shown = { id: 10, message_id: '', model: 'sale.order', res_id: 7 };
	const odoo = fakeOdoo(
		{
			'mail.message.load': { ids: [10], messages: [] },
			'mail.message.search_read': [
				{ ...shown, subject: '0'.repeat(64), partner_ids: [], create_uid: [2, ''] },
			],
		},
		version,
	);
	const fact = eventClaims(scope).toFact({ attempt, work: event }, 'a-token');
	await ensureFacts(odoo.client(), [fact]);
	const { fields, data } = imports.parse(odoo.named('mail.message.load')[0]?.args);
	const [key = '', ...values] = data[0] ?? [];
	const columns = Object.fromEntries(
		fields.slice(1).map((field, index) => [field, values[index] ?? '']),
	);
	return { key: key.replace('n8n_o2c.', ''), columns };
};

/** Records of earlier versions must go on counting: none of this may change. */
describe('a claim in Odoo', () => {
	it('lies under its key, its message id and its JSON', async () => {
		expect(await rowOf('0a1b', 2)).toEqual({
			key: LIES_UNDER,
			columns: {
				model: 'sale.order',
				res_id: '7',
				message_type: 'user_notification',
				message_id: `<${LIES_UNDER}@n8n-o2c-event>`,
				subject:
					'{"token":"a-token","attempt":2,"event":{"id":"invoicePaid-3-7","type":"invoicePaid","orderId":7,' +
					'"occurredAt":"2026-11-22 12:00:00","document":{"model":"account.move","id":5,"reference":"INV/5"},"detail":{"amount":10}}}',
				body: 'Invoice Paid',
			},
		});
	});

	it.each([14, 18])(
		'says in Odoo %i that nobody answers it, and is the same else',
		async (version) => {
			const { key, columns } = await rowOf('0a1b', 2);
			expect(await rowOf('0a1b', 2, version)).toEqual({
				key,
				columns: { ...columns, reply_to: '' },
			});
		},
	);

	it('is searched among those of its trigger', () => {
		expect(eventClaims('0a1b').domain).toEqual([
			['model', '=', 'sale.order'],
			['message_type', '=', 'user_notification'],
			['message_id', '=like', '<event\\_0a1b\\_%@n8n-o2c-event>'],
		]);
	});

	it('has a key of its own for each attempt and trigger', async () => {
		const rows = await Promise.all(
			[1, 2].flatMap((attempt) => ['one', 'two'].map(async (scope) => await rowOf(scope, attempt))),
		);
		expect(new Set(rows.map(({ key }) => key)).size).toBe(4);
	});
});

describe('claiming', () => {
	const shown = {
		id: 10,
		message_id: '<event_s_1_invoicePaid-3-7@n8n-o2c-event>',
		model: 'sale.order',
		res_id: 7,
	};
	const found = (token: string) => ({
		...shown,
		subject: JSON.stringify(eventClaims('s').toFact({ attempt: 1, work: event }, token).content),
	});
	const claimAs = async (records: readonly object[]) =>
		await claim(
			fakeOdoo({
				'mail.message.load': { ids: [10], messages: [] },
				'mail.message.search_read': records,
			}).client(),
			eventClaims('s'),
			{ token: 'mine', abandoned: ['broken'], attempts: [{ attempt: 1, work: event }] },
		);

	it.each([
		{ when: 'nobody was before', token: 'mine', won: 1 },
		{ when: 'a sweep that broke was before', token: 'broken', won: 1 },
		{ when: 'somebody else was before', token: 'theirs', won: 0 },
	])('wins $won when $when', async ({ token, won }) => {
		expect((await claimAs([found(token)])).won).toHaveLength(won);
	});

	it('takes a record whose subject somebody edited for none', async () => {
		expect((await claimAs([{ ...shown, subject: 'hello' }])).won).toEqual([]);
		expect((await claimAs([{ ...shown, subject: '{"token":"mine"}' }])).won).toEqual([]);
	});
});

describe('a claim that Odoo refuses to record', () => {
	const refused = { ids: false, messages: [{ type: 'error', message: 'No.' }] };
	const accessError = new OdooError({ kind: 'accessDenied', call: 'm.f', reason: 'No.' });
	const claimOn = async (version: number, answers: { readonly [name: string]: unknown }) => {
		const odoo = fakeOdoo(
			{ 'mail.message.load': refused, 'mail.message.search_read': [], ...answers },
			version,
		);
		const claiming = { token: 'mine', attempts: [{ attempt: 1, work: event }], marks: [event] };
		return { odoo, claimed: await claim(odoo.client(), eventClaims('s'), claiming) };
	};
	const mayWriteSome = (ids: readonly number[] | undefined) => ids?.length === 0;
	const refuse = () => {
		throw accessError;
	};

	it.each([
		{ version: 19, answers: { 'sale.order.has_access': false }, calls: 1 },
		{
			version: 18,
			answers: { 'sale.order.has_access': ({ ids }: OdooCall) => mayWriteSome(ids) },
			calls: 2,
		},
		{ version: 17, answers: { 'sale.order.check_access_rights': false }, calls: 1 },
		{
			version: 14,
			answers: {
				'sale.order.check_access_rights': true,
				'sale.order.check_access_rule': refuse,
			},
			calls: 2,
		},
	])(
		'is none on an order that may only be read, and the event is delivered: Odoo $version',
		async ({ version, answers, calls }) => {
			const { odoo, claimed } = await claimOn(version, answers);
			expect(claimed.won).toEqual([{ attempt: 1, work: event }]);
			expect(odoo.calls.filter(({ name }) => /access/.test(name))).toHaveLength(calls);
		},
	);

	it.each([
		{ version: 19, answers: { 'sale.order.has_access': true } },
		{
			version: 17,
			answers: {
				'sale.order.check_access_rights': true,
				'sale.order.check_access_rule': () => null,
			},
		},
	])('for any other reason is an error: Odoo $version', async ({ version, answers }) => {
		await expect(claimOn(version, answers)).rejects.toMatchObject({
			kind: 'validation',
			reason: 'Odoo did not record on sale.order 7 who does the work: No.',
		});
	});
});

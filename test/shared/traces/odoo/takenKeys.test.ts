import { z } from 'zod';

import type { OdooCall } from '../../../../nodes/shared/odoo/OdooTransport';
import { guardedKey, plainKey } from '../../../../nodes/shared/traces/odoo/keySecret';
import { ensureNotes, type Note } from '../../../../nodes/shared/traces/odoo/notes';
import { fakeOdoo } from '../../../support/fakeOdoo';

const SELF = 2;
const SECRET = 'a'.repeat(64);

interface Row {
	readonly id: number;
	readonly create_uid: number;
	readonly [field: string]: unknown;
}

const imports = z.object({ fields: z.array(z.string()), data: z.array(z.array(z.string())) });
const leaves = z.array(z.union([z.string(), z.tuple([z.string(), z.string(), z.unknown()])]));

/** Messages by external id, in an Odoo where anybody may have made some; who asks cannot read hidden ones of others. */
const odooWith = (
	taken: { readonly [key: string]: { readonly by: number; readonly hidden?: boolean } },
	more: { readonly [name: string]: unknown } = {},
	secrets: readonly object[] = [
		{ id: 1, subject: SECRET, partner_ids: [], create_uid: [SELF, 'Us'] },
	],
) => {
	const rows = new Map<string, Row>();
	for (const [key, { by, hidden }] of Object.entries(taken))
		rows.set(`n8n_o2c.${key}`, { id: rows.size + 100, create_uid: by, hidden });
	const search = ({ args }: OdooCall) => {
		const domain = leaves.parse(args?.domain);
		const valuesOf = (field: string) =>
			domain.flatMap((leaf) =>
				Array.isArray(leaf) && leaf[0] === field ? [z.array(z.number()).parse(leaf[2])] : [],
			)[0];
		if (domain.some((leaf) => Array.isArray(leaf) && leaf[0] === 'message_type')) return secrets;
		const [ids = [], makers] = [valuesOf('id'), valuesOf('create_uid')];
		return [...rows.values()]
			.filter(({ id }) => ids.includes(id))
			.filter(({ create_uid: by, hidden }) => (makers ? makers.includes(by) : !hidden))
			.map((row) => ({ ...row, create_uid: [row.create_uid, `User ${row.create_uid}`] }));
	};
	const load = ({ args }: OdooCall) => {
		const { fields, data } = imports.parse(args);
		const ids = data.map((values) => {
			const [key = ''] = values;
			const columns = Object.fromEntries(fields.map((field, index) => [field, values[index]]));
			const row = rows.get(key) ?? {
				...columns,
				id: rows.size + 100,
				create_uid: SELF,
				res_id: Number(columns.res_id),
			};
			rows.set(key, row);
			return row.id;
		});
		return { ids, messages: [] };
	};
	const odoo = fakeOdoo({
		'mail.message.search_read': search,
		'mail.message.load': load,
		...more,
	});
	const made = (prefix: string) =>
		[...rows].filter(
			([key, row]) => key.startsWith(`n8n_o2c.${prefix}`) && row.create_uid === SELF,
		);
	return { odoo, made };
};

const note = (recordId: number): Note => ({
	key: `decision_${recordId}`,
	model: 'sale.order',
	recordId,
	html: '<p>Decided</p>',
});

describe('a key with the secret part', () => {
	it('is different for each secret and key, and tells the key it stands for', () => {
		const keys = ['a', 'b'].flatMap((secret) => ['x', 'y'].map((key) => guardedKey(secret, key)));
		expect(new Set(keys).size).toBe(4);
		expect(keys.map(plainKey)).toEqual(['x', 'y', 'x', 'y']);
		expect(plainKey('allocation-7-0123456789abcdef')).toBe('allocation-7-0123456789abcdef');
	});
});

describe('notes', () => {
	it('whose keys nobody took cost one import and one read, under the keys they always had', async () => {
		const { odoo, made } = odooWith({});
		const { ids, failed } = await ensureNotes(odoo.client(), [note(1), note(2)]);
		expect([...ids.keys()]).toEqual(['decision_1', 'decision_2']);
		expect(failed.size).toBe(0);
		expect(odoo.calls.map(({ name }) => name).filter((name) => name.includes('mail'))).toEqual([
			'mail.message.load',
			'mail.message.search_read',
		]);
		expect(made('decision').map(([key]) => key)).toEqual([
			'n8n_o2c.decision_1',
			'n8n_o2c.decision_2',
		]);
	});

	it.each([
		{ when: 'can be read', hidden: false, who: 'User 9' },
		{ when: 'is hidden', hidden: true, who: 'Somebody whose record cannot be read' },
	])('are written although a record that $when has the key, and tell it once', async (one) => {
		const { odoo, made } = odooWith({ decision_1: { by: 9, hidden: one.hidden } });
		for (let run = 0; run < 2; run++) {
			const { ids, failed } = await ensureNotes(odoo.client(), [note(1), note(2)]);
			expect([...ids.keys()].sort()).toEqual(['decision_1', 'decision_2']);
			expect(failed.size).toBe(0);
		}
		expect(
			made('decision')
				.map(([key]) => plainKey(key))
				.sort(),
		).toEqual(['n8n_o2c.decision_1', 'n8n_o2c.decision_2']);
		const told = made('taken_').map(([, { res_id: on, body }]) => ({ on, body }));
		expect(told).toEqual([{ on: 1, body: expect.stringContaining(one.who) }]);
	});

	it('count when another user of the pipeline made them', async () => {
		const users = [{ id: 9, login: 'old@example.com', share: false, partner_id: [19, 'Old'] }];
		const { odoo, made } = odooWith({}, { 'res.users.search_read': users });
		const client = odoo.client({ pipelineUsers: ['old@example.com'] });
		await ensureNotes(client, [note(1)]);
		await ensureNotes(client, [note(2)]);
		expect(odoo.named('mail.message.search_read')[0]?.args?.domain).toContainEqual([
			'create_uid',
			'in',
			[SELF, 9],
		]);
		expect(odoo.named('res.users.search_read')).toHaveLength(1);
		expect(made('taken_')).toEqual([]);
	});

	it('that guard money have the secret part from the start', async () => {
		const { odoo, made } = odooWith({});
		const { ids } = await ensureNotes(odoo.client(), [note(1)], { areGuarded: true });
		expect([...ids.keys()]).toEqual(['decision_1']);
		expect(made('decision').map(([key]) => key)).toEqual([
			`n8n_o2c.${guardedKey(SECRET, 'decision_1')}`,
		]);
	});

	it('fail when the secret cannot be kept', async () => {
		const { odoo } = odooWith({ decision_1: { by: 9 } }, {}, []);
		const { ids, failed } = await ensureNotes(odoo.client(), [note(1), note(2)]);
		expect([...ids.keys()]).toEqual(['decision_2']);
		expect(failed.get('decision_1')).toMatchObject({ reason: expect.stringContaining('secret') });
	});
});

describe('a user whom the credential names', () => {
	it.each([
		{ named: 'nobody@example.com', why: 'does not exist' },
		{ named: '77', why: 'does not exist' },
		{ named: 'portal@example.com', why: 'is a customer' },
	])('and who $why is an error: $named', async ({ named }) => {
		const users = [{ id: 8, login: 'portal@example.com', share: true, partner_id: [18, 'P'] }];
		const odoo = fakeOdoo({ 'res.users.search_read': users });
		await expect(odoo.client({ pipelineUsers: [named] }).pipelineUsers()).rejects.toMatchObject({
			kind: 'misconfigured',
			reason: expect.stringContaining(`'${named}'`),
		});
	});

	const numbered = { id: 8, login: '4711', share: false, partner_id: [18, 'Shift'] };
	it('may have a login of digits alone', async () => {
		const odoo = fakeOdoo({ 'res.users.search_read': [numbered] });
		const users = await odoo.client({ pipelineUsers: ['4711'] }).pipelineUsers();
		expect(users.map(({ id }) => id)).toEqual([SELF, 8]);
	});

	it('is not guessed when a number is the ID of one and the login of another', async () => {
		const other = { ...numbered, id: 4711, login: 'other' };
		const odoo = fakeOdoo({ 'res.users.search_read': [numbered, other] });
		await expect(odoo.client({ pipelineUsers: ['4711'] }).pipelineUsers()).rejects.toMatchObject({
			reason: expect.stringContaining("one user's ID and another one's login"),
		});
	});

	it('is never asked for by a number larger than Odoo knows', async () => {
		const odoo = fakeOdoo({ 'res.users.search_read': [{ ...numbered, login: '9999999999' }] });
		await odoo.client({ pipelineUsers: ['9999999999'] }).pipelineUsers();
		expect(odoo.named('res.users.search_read')[0]?.args?.domain).toContainEqual(['id', 'in', []]);
	});
});

import { importRows } from '../../../nodes/shared/traces/odoo/importRows';
import { escapeHtml } from '../../../nodes/shared/core/html';
import { ensureNotes, findNotes } from '../../../nodes/shared/traces/odoo/notes';
import { mayWrite } from '../../../nodes/shared/odoo/mayWrite';
import { message } from '../../../nodes/shared/odoo/records/party';
import { orderSchema } from '../../../nodes/shared/odoo/order';
import { readOrders } from '../../../nodes/shared/odoo/readOrders';
import { partner } from '../../../nodes/shared/odoo/records/partner';
import { saleOrder } from '../../../nodes/shared/odoo/records/saleOrder';
import { addTag, ensureTag, removeTag } from '../../../nodes/shared/traces/odoo/tags';
import type { ApiVersion, OdooCall } from '../../../nodes/shared/odoo/OdooTransport';
import { axiosClient, axiosTransport } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';

const { user, admin } = liveOdoo();
const unique = `client_${Date.now()}`;
const anOrder = async () =>
	(
		await axiosClient(user).search(saleOrder, ['id', 'name'], [['state', '=', 'sale']], {
			limit: 1,
		})
	)[0]?.id ?? 0;

describe.each<{ name: string; apiVersion: ApiVersion }>([
	{ name: 'JSON-2', apiVersion: 'auto' },
	{ name: 'JSON-RPC', apiVersion: 'jsonRpc' },
])('over $name', ({ apiVersion }) => {
	const client = axiosClient({ ...user, apiVersion, userName: 'o2c' });

	it('opens a session with version, user, language and companies', async () => {
		const session = await client.session();
		expect(session).toMatchObject({ version: 19, language: 'en_US' });
		expect(session.companies.length).toBeGreaterThan(0);
	});

	it('tells what the user may change', async () => {
		const { companies } = await client.session();
		const companyIds = companies.map(({ id }) => id);
		expect(await mayWrite(client, 'sale.order', [])).toBe(true);
		expect(await mayWrite(client, 'sale.order', [await anOrder()])).toBe(true);
		expect(await mayWrite(client, 'res.company', [])).toBe(false);
		expect(await mayWrite(client, 'res.company', companyIds)).toBe(false);
	});

	it('reads, creates, writes and deletes', async () => {
		const adminClient = axiosClient({ ...admin, apiVersion, userName: 'admin' });
		const made = await adminClient.call('res.partner', 'create', {
			args: { vals_list: [{ name: `${unique}_${apiVersion}` }] },
		});
		const [id] = made as [number];
		await adminClient.write('res.partner', [id], { ref: 'R1' });
		expect(await client.read(partner, ['name', 'ref', 'vat'], [id])).toEqual([
			{ id, name: `${unique}_${apiVersion}`, ref: 'R1', vat: null },
		]);
		await adminClient.call('res.partner', 'unlink', { ids: [id] });
		expect(await client.read(partner, ['name'], [id])).toEqual([]);
	});

	it.each<{ when: string; model: string; method: string; call: OdooCall; kind: string }>([
		{
			when: 'the method is private',
			model: 'sale.order',
			method: '_compute_amounts',
			call: { ids: [1] },
			kind: 'accessDenied',
		},
		{
			when: 'a right is missing',
			model: 'ir.config_parameter',
			method: 'search_read',
			call: {},
			kind: 'accessDenied',
		},
		{
			when: 'the record is gone',
			model: 'sale.order',
			method: 'write',
			call: { ids: [99_999_999], args: { vals: { note: 'x' } } },
			kind: 'missingRecord',
		},
		{
			when: 'Odoo refuses',
			model: 'account.move',
			method: 'action_post',
			call: { ids: [] },
			kind: 'validation',
		},
		{
			when: 'the field does not exist',
			model: 'sale.order',
			method: 'search_read',
			call: { args: { fields: ['nope'] } },
			kind: 'server',
		},
	])('fails as $kind when $when', async ({ model, method, call, kind }) => {
		const target =
			kind === 'validation'
				? { model: 'sale.order', method: 'action_confirm', call: { ids: [await anOrder()] } }
				: { model, method, call };
		const error = await client
			.call(target.model, target.method, target.call)
			.then(String, (failure: unknown) => failure);
		expect(error).toMatchObject({ kind });
		expect(JSON.stringify(error)).not.toMatch(/Traceback|File "/);
	});

	it('is refused with a wrong key, without showing it', async () => {
		const stranger = axiosTransport({
			...user,
			apiVersion,
			userName: 'o2c',
			apiKey: 'wrong-key-of-a-stranger',
		});
		const error = await stranger
			.call('sale.order', 'search_count', { args: { domain: [] } })
			.then(String, (failure: unknown) => failure);
		expect(error).toMatchObject({ kind: 'accessDenied' });
		expect(JSON.stringify(error) + String(error)).not.toContain('wrong-key');
	});
});

describe('a database that does not exist', () => {
	it('is named as the thing to correct', async () => {
		const lost = axiosTransport({ ...user, database: 'no_such_database' });
		await expect(
			lost.call('sale.order', 'search_count', { args: { domain: [] } }),
		).rejects.toMatchObject({ advice: expect.stringMatching(/database name/) });
	});
});

describe('importRows', () => {
	it('four processes at once make one record of each key', async () => {
		const rows = [1, 2, 3].map((n) => ({
			key: `${unique}_${n}`,
			columns: { name: `${unique} ${n}` },
		}));
		const results = await Promise.all(
			[1, 2, 3, 4].map(async () => await importRows(axiosClient(user), { model: 'crm.tag', rows })),
		);
		const [first] = results.map(({ ids }) => JSON.stringify([...ids]));
		expect(results.map(({ ids }) => JSON.stringify([...ids]))).toEqual([
			first,
			first,
			first,
			first,
		]);
		expect(
			await axiosClient(user).call('crm.tag', 'search_count', {
				args: { domain: [['name', '=like', `${unique}%`]] },
			}),
		).toBe(3);
	});
});

describe('notes and tags', () => {
	it('a note is written once, shows its text literally, and is found again', async () => {
		const client = axiosClient(user);
		const recordId = await anOrder();
		const note = {
			key: `probe_${recordId}_${unique}`,
			model: 'sale.order',
			recordId,
			html: `<p>${escapeHtml('<b>5 & 6</b>')}</p>`,
		};
		const first = await ensureNotes(client, [note]);
		const second = await ensureNotes(client, [{ ...note, html: '<p>other</p>' }]);
		expect([...second.ids]).toEqual([...first.ids]);
		expect(
			await findNotes(client, {
				model: 'sale.order',
				recordIds: [recordId],
				keyPrefix: `probe_${recordId}_${unique}`,
			}),
		).toEqual([{ key: note.key, recordId }]);
		const id = first.ids.get(note.key) ?? 0;
		expect(await client.read(message, ['body'], [id])).toEqual([
			{ id, body: '<p>&lt;b&gt;5 &amp; 6&lt;/b&gt;</p>' },
		]);
	});

	it('a tag somebody made by hand is used, and put on and taken off', async () => {
		const client = axiosClient(user);
		const recordId = await anOrder();
		const [made] = (await axiosClient(admin).call('crm.tag', 'create', {
			args: { vals_list: [{ name: `${unique} by hand` }] },
		})) as [number];
		const tagId = await ensureTag(client, `${unique} by hand`);
		expect(tagId).toBe(made);
		const tagsOf = async () => (await client.read(saleOrder, ['tag_ids'], [recordId]))[0]?.tag_ids;
		await addTag(client, [recordId], tagId);
		expect(await tagsOf()).toContain(tagId);
		await removeTag(client, [recordId], tagId);
		expect(await tagsOf()).not.toContain(tagId);
	});
});

describe('the canonical order', () => {
	it('reads 20 orders in four calls after the search', async () => {
		let calls = 0;
		const client = axiosClient(user);
		const counted = client.call.bind(client);
		client.call = async (...args) => ((calls += 1), await counted(...args));
		const found = await client.search(saleOrder, ['id'], [], { limit: 20 });
		const orders = await readOrders(
			client,
			found.map(({ id }) => id),
		);
		expect(orders.map((order) => orderSchema.parse(order))).toEqual(orders);
		expect(orders.length).toBe(found.length);
		expect(orders.some(({ lines }) => lines.length > 0)).toBe(true);
		expect(calls).toBe(1 + 4);
	});
});

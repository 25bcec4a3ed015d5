import fc from 'fast-check';

import { Bisection, chunksOf, inParallel } from '../../../nodes/shared/odoo/batches';
import { anyOf, type OdooDomain } from '../../../nodes/shared/odoo/domain';
import { importRows } from '../../../nodes/shared/traces/odoo/importRows';
import { OdooError, type OdooFailureKind } from '../../../nodes/shared/odoo/errors';
import { domainIn, fieldNameIn } from '../../../nodes/shared/odoo/fieldNames';
import type { OdooCall } from '../../../nodes/shared/odoo/OdooTransport';
import { notOdoo } from '../../../nodes/shared/odoo/protocol/notOdoo';
import { toReply } from '../../../nodes/shared/odoo/protocol/reply';
import { saleOrder } from '../../../nodes/shared/odoo/records/saleOrder';
import { saleOrderLine } from '../../../nodes/shared/odoo/records/saleOrderLine';
import { delayBefore, DEFAULT_RETRY } from '../../../nodes/shared/odoo/retry';
import { fakeOdoo } from '../../support/fakeOdoo';
import { stillHost } from '../../support/hosts';

const failure = (kind: OdooFailureKind) => new OdooError({ kind, call: 'm.f', reason: 'Because.' });

/** Fails so many times, then answers. */
const failing = (times: number, kind: OdooFailureKind, answer: unknown) => {
	let left = times;
	return () => {
		if (left-- > 0) throw failure(kind);
		return answer;
	};
};

describe('repeating a call', () => {
	it.each<{ when: string; method: string; kind: OdooFailureKind; tries: number }>([
		{ when: 'a read finds nobody', method: 'search_read', kind: 'unreachable', tries: 4 },
		{
			when: 'the answer to a read is lost',
			method: 'search_read',
			kind: 'outcomeUnknown',
			tries: 4,
		},
		{ when: 'a read meets a conflict', method: 'read', kind: 'conflict', tries: 4 },
		{ when: 'a read is refused', method: 'read', kind: 'accessDenied', tries: 1 },
		{
			when: 'a write met a conflict and was rolled back',
			method: 'write',
			kind: 'conflict',
			tries: 4,
		},
		{ when: 'a write never left', method: 'write', kind: 'unreachable', tries: 4 },
		{ when: 'the answer to a write is lost', method: 'write', kind: 'outcomeUnknown', tries: 1 },
		{ when: 'a write is refused', method: 'write', kind: 'validation', tries: 1 },
		{ when: 'Odoo has a fault in a write', method: 'write', kind: 'server', tries: 1 },
	])('$tries tries when $when', async ({ method, kind, tries }) => {
		const odoo = fakeOdoo({ [`sale.order.${method}`]: failing(99, kind, []) });
		await expect(odoo.client().call('sale.order', method)).rejects.toMatchObject({ kind });
		expect(odoo.named(`sale.order.${method}`)).toHaveLength(tries);
	});

	it('goes on as soon as Odoo answers', async () => {
		const odoo = fakeOdoo({ 'sale.order.search_count': failing(2, 'unreachable', 5) });
		expect(await odoo.client().call('sale.order', 'search_count')).toBe(5);
	});

	it('waits by chance, for at most a delay that doubles up to the cap', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 12 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(retry, chance) => {
					const full = Math.min(
						DEFAULT_RETRY.firstDelayMs * 2 ** (retry - 1),
						DEFAULT_RETRY.longestDelayMs,
					);
					const delay = delayBefore(retry, DEFAULT_RETRY, chance);
					expect(delay).toBe(Math.round(full * chance));
				},
			),
		);
	});
});

describe('the context', () => {
	it('carries language, time zone and all companies with every call', async () => {
		const odoo = fakeOdoo({ 'sale.order.search_count': 0 });
		await odoo.client().call('sale.order', 'search_count');
		expect(odoo.calls.at(-1)?.context).toEqual({
			lang: 'en_US',
			tz: 'Europe/Berlin',
			allowed_company_ids: [1],
		});
	});

	it('opens the session once, however many calls start together', async () => {
		const odoo = fakeOdoo({ 'sale.order.search_count': 0 });
		const client = odoo.client();
		await Promise.all([1, 2, 3].map(async () => await client.call('sale.order', 'search_count')));
		expect(odoo.named('res.users.context_get')).toHaveLength(1);
	});

	it('refuses a company the user may not work for, before anything else', async () => {
		const odoo = fakeOdoo({ 'res.company.search_read': [] });
		await expect(odoo.client({ companyId: 9 }).call('sale.order', 'write')).rejects.toThrow(
			'the user may not work for company 9',
		);
		expect(odoo.named('sale.order.write')).toHaveLength(0);
	});
});

describe('records', () => {
	it('asks only for the fields wanted and reads false as nothing', async () => {
		const odoo = fakeOdoo({
			'sale.order.search_read': [{ id: 3, name: 'S3', user_id: false, partner_id: [4, 'Deco'] }],
		});
		const found = await odoo.client().search(saleOrder, ['name', 'user_id', 'partner_id'], []);
		expect(found).toEqual([
			{ id: 3, name: 'S3', user_id: null, partner_id: { id: 4, name: 'Deco' } },
		]);
		expect(odoo.calls.at(-1)?.args).toMatchObject({ fields: ['name', 'user_id', 'partner_id'] });
	});

	it('uses the old name on an old Odoo and leaves out what that version does not have', async () => {
		const odoo = fakeOdoo(
			{
				'sale.order.line.search_read': [{ id: 1, tax_id: [5] }],
				'sale.order.search_read': [{ id: 1 }],
			},
			15,
		);
		const [line] = await odoo
			.client()
			.search(saleOrderLine, ['tax_ids'], [['tax_ids', '!=', false]]);
		expect(line).toEqual({ id: 1, tax_ids: [5] });
		expect(odoo.named('sale.order.line.search_read')[0]?.args).toEqual({
			fields: ['tax_id'],
			domain: [['tax_id', '!=', false]],
		});
		const [order] = await odoo.client().search(saleOrder, ['delivery_status', 'locked'], []);
		expect(order).toEqual({ id: 1, delivery_status: null, locked: false });
	});

	it('names the field when Odoo answers with something else', async () => {
		const odoo = fakeOdoo({ 'sale.order.search_read': [{ id: 3, amount_total: 'many' }] });
		await expect(odoo.client().search(saleOrder, ['amount_total'], [])).rejects.toThrow(
			/sale\.order\.read: unexpected answer at 0\.amount_total/,
		);
	});

	it.each([
		[16, 'stock.move', 'quantity', 'reserved_availability'],
		[17, 'stock.move', 'quantity', 'quantity'],
		[18, 'sale.order.line', 'product_uom_id', 'product_uom'],
		[15, 'sale.order', 'delivery_status', null],
		[14, 'product.product', 'is_storable', 'type'],
		[17, 'product.product', 'is_storable', 'detailed_type'],
	])('Odoo %i calls %s.%s %s', (version, model, field, name) => {
		expect(fieldNameIn(version, model, field)).toBe(name);
	});

	it('renames in a domain, paths included', () => {
		expect(
			domainIn(18, 'sale.order.line', [
				'|',
				['tax_ids.amount', '=', 0],
				['order_id.name', '=', 'x'],
			]),
		).toEqual(['|', ['tax_id.amount', '=', 0], ['order_id.name', '=', 'x']]);
	});
});

describe('anyOf', () => {
	it('matches nothing without a domain', () => expect(anyOf([])).toEqual([['id', '=', 0]]));

	it('keeps each domain together', () => {
		const a: OdooDomain = [
			['x', '=', 1],
			['y', '=', 2],
		];
		const b: OdooDomain = ['|', ['x', '=', 3], ['y', '=', 4]];
		expect(anyOf([a, b])).toEqual(['|', '&', ...a, ...b]);
	});
});

describe('batches', () => {
	it('do nothing twice when something else answers after Odoo did it all', async () => {
		const odoo = fakeOdoo({
			'stock.picking.action_split_transfer': () => {
				throw notOdoo('stock.picking.action_split_transfer', toReply(500, '<html>'));
			},
		});
		const { done, failed } = await odoo
			.client()
			.callEach('stock.picking', 'action_split_transfer', [1, 2, 3, 4]);
		expect(odoo.named('stock.picking.action_split_transfer')).toHaveLength(1);
		expect(done).toEqual([]);
		expect([...failed.keys()]).toEqual([1, 2, 3, 4]);
	});

	it('chunks lose nothing and keep the order', () => {
		fc.assert(
			fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (values, size) => {
				const chunks = chunksOf(values, size);
				expect(chunks.flat()).toEqual(values);
				expect(chunks.every(({ length }) => length > 0 && length <= size)).toBe(true);
			}),
		);
	});

	it('never run more at once than allowed, answer each once, and in their order', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 20 }),
				fc.constantFrom(0, 1, 2, 5, Infinity),
				async (turns, concurrency) => {
					const running = { now: 0, most: 0 };
					const answers = await inParallel(
						[...turns.entries()],
						concurrency,
						async ([at, wait]) => {
							running.now += 1;
							running.most = Math.max(running.most, running.now);
							for (let turn = 0; turn < wait; turn += 1) await Promise.resolve();
							running.now -= 1;
							return at;
						},
					);
					expect(answers).toEqual(turns.map((_, at) => at));
					const most = Math.min(Math.max(1, concurrency), turns.length);
					expect(running.most).toBe(most);
				},
			),
		);
	});

	it('fail with the first failure, and those that go on leave no second one behind', async () => {
		const seen: number[] = [];
		const work = async (one: number) => {
			seen.push(one);
			await Promise.resolve();
			if (one > 1) throw new Error(`no ${one}`);
			return one;
		};
		await expect(inParallel([1, 2, 3], 2, work)).rejects.toThrow('no 2');
		await expect(inParallel([2, 3], 1, work)).rejects.toThrow('no 2');
		expect(seen).toEqual([1, 2, 3, 2]);
	});

	const mayWrite = (answer: boolean) => async () => await Promise.resolve(answer);

	it('one bad record fails alone, the rest go through exactly once', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(fc.integer({ min: 1 }), { maxLength: 40 }),
				fc.func(fc.boolean()),
				fc.constantFrom<OdooFailureKind>('validation', 'accessDenied'),
				async (ids, isBad, kind) => {
					const written: number[] = [];
					const result = await new Bisection(async (chunk: readonly number[]) => {
						if (chunk.some((id) => isBad(id))) throw failure(kind);
						written.push(...chunk);
					}, mayWrite(true)).run(ids);
					expect(written).toEqual(ids.filter((id) => !isBad(id)));
					expect([...result.failed.keys()]).toEqual(ids.filter((id) => isBad(id)));
					expect(result.done).toEqual(written);
				},
			),
		);
	});

	it('does not repeat a write whose answer was lost', async () => {
		let calls = 0;
		const result = await new Bisection(async () => {
			calls += 1;
			throw failure('outcomeUnknown');
		}).run([1, 2, 3, 4]);
		expect(calls).toBe(1);
		expect(result.failed.size).toBe(4);
	});

	it('finds out once that the user may write no such record', async () => {
		let calls = 0;
		const bisection = new Bisection(async () => {
			calls += 1;
			throw failure('accessDenied');
		}, mayWrite(false));
		const ids = Array.from({ length: 200 }, (_, index) => index);
		expect((await bisection.run(ids)).failed.size).toBe(200);
		expect((await bisection.run([200, 201])).failed.size).toBe(2);
		expect(calls).toBe(1);
	});

	it('does not take a fault of ours for an answer of Odoo', async () => {
		await expect(
			new Bisection(async () => await Promise.reject(new TypeError('ours'))).run([1, 2]),
		).rejects.toThrow('ours');
	});

	it('a write to 450 records takes three calls', async () => {
		const odoo = fakeOdoo({ 'sale.order.write': true });
		const ids = Array.from({ length: 450 }, (_, index) => index + 1);
		await odoo.client().write('sale.order', ids, { note: 'x' });
		expect(odoo.named('sale.order.write').map(({ ids: chunk }) => chunk?.length)).toEqual([
			200, 200, 50,
		]);
	});
});

describe('importRows', () => {
	const row = (key: string) => ({ key, columns: { name: key } });
	const loadedRows = (call: OdooCall) => call.args?.data as string[][];

	it.each([
		'could not serialize access due to concurrent update',
		'Der Wert für das Feld »module, name« ist bereits vorhanden.',
		'FEHLER: doppelter Schlüsselwert\nDETAIL: Schlüssel »(module, name)=(n8n_o2c, a)« existiert bereits.',
	])('asks again when another process was first, and gets its record: %s', async (message) => {
		let calls = 0;
		const load = () =>
			++calls < 3
				? {
						ids: false,
						messages: [{ type: 'error', message }],
					}
				: { ids: [7], messages: [] };
		const odoo = fakeOdoo({ 'crm.tag.load': load });
		const { ids } = await importRows(odoo.client(), { model: 'crm.tag', rows: [row('a')] });
		expect(ids.get('a')).toBe(7);
	});

	it('asks again after a lost answer: the key makes it harmless', async () => {
		const odoo = fakeOdoo({
			'crm.tag.load': failing(1, 'outcomeUnknown', { ids: [7], messages: [] }),
		});
		expect(
			(await importRows(odoo.client(), { model: 'crm.tag', rows: [row('a')] })).ids.get('a'),
		).toBe(7);
	});

	it('a row that Odoo refuses fails alone', async () => {
		const load = (call: OdooCall) => {
			const rows = loadedRows(call);
			return rows.some(([key]) => key?.includes('bad'))
				? { ids: false, messages: [{ type: 'error', message: 'Name is required' }] }
				: { ids: rows.map(([key]) => Number(key?.split('.')[1])), messages: [] };
		};
		const odoo = fakeOdoo({ 'crm.tag.load': load });
		const { ids, failed } = await importRows(odoo.client(), {
			model: 'crm.tag',
			rows: ['1', '2', 'bad', '4'].map(row),
		});
		expect([...ids]).toEqual([
			['1', 1],
			['2', 2],
			['4', 4],
		]);
		expect([...failed].map(([key, error]) => [key, error.reason])).toEqual([
			['bad', 'Name is required'],
		]);
	});

	it('loads under our own external ids and never overwrites', async () => {
		const odoo = fakeOdoo({ 'crm.tag.load': { ids: [7], messages: [] } });
		await importRows(odoo.client({ host: stillHost() }), {
			model: 'crm.tag',
			rows: [row('a'), row('a')],
		});
		expect(odoo.named('crm.tag.load')).toMatchObject([
			{
				args: { fields: ['id', 'name'], data: [['n8n_o2c.a', 'a']] },
				context: { mode: 'update', noupdate: true },
			},
		]);
	});
});

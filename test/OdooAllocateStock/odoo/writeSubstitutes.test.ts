import { z } from 'zod';

import type { Allocation } from '../../../nodes/OdooAllocateStock/core/allocation';
import { writeSubstitutes } from '../../../nodes/OdooAllocateStock/odoo/writeSubstitutes';
import { OdooError } from '../../../nodes/shared/odoo/errors';
import type { OdooCall } from '../../../nodes/shared/odoo/OdooTransport';
import { fakeOdoo } from '../../support/fakeOdoo';
import { keptMessages } from '../../support/keptMessages';

const refusal = new OdooError({ kind: 'validation', call: 'sale.order.write', reason: 'Locked.' });

/** Order n has the line 10 n: 5 of a red product short, 3 of a blue one free. */
const shortOf = (order: number): Allocation => ({
	status: 'short',
	fillRate: 0,
	value: 0,
	currency: 'EUR',
	reason: null,
	warnings: [],
	run: { at: '2026-11-22T12:00:00Z', policy: 'priority', dryRun: false, orders: 2, place: 1 },
	lines: [
		{
			lineId: order * 10,
			product: { id: 1, name: 'Red' },
			unit: 'Units',
			asked: 5,
			allocated: 0,
			short: 5,
			warehouse: 'Main',
			expected: null,
			reason: null,
			waiting: null,
			elsewhere: [],
			substitute: { product: { id: 2, name: 'Blue' }, quantity: 3, unit: 'Units' },
		},
	],
});

const sold = (order: number) => ({
	id: order * 10,
	order_id: [order, `S${order}`],
	product_id: [1, 'Red'],
	product_uom: [1, 'Units'],
	product_uom_id: [1, 'Units'],
	product_uom_qty: 5,
	qty_delivered: 0,
	qty_invoiced: 0,
	price_unit: 9,
	discount: 0,
});

const commands = z.array(
	z.object({
		order_line: z.tuple([
			z.tuple([z.literal(1), z.number(), z.object({ product_uom_qty: z.number() })]),
			z.tuple([z.literal(0), z.literal(0), z.object({ product_id: z.number() }).passthrough()]),
		]),
	}),
);

/** What becomes of a write to these orders. */
type Fate = 'done' | 'refused' | 'ignored' | 'lostDone' | 'lostUndone';

/** An Odoo with a line for each of these orders, which does as it is told, or not. */
const orderLines = (
	orders: readonly number[],
	fateOf: (ids: readonly number[]) => Fate = () => 'done',
) => {
	const lines: { [field: string]: unknown }[] = orders.map(sold);
	const write = ({ ids = [], args = {} }: OdooCall) => {
		const fate = fateOf(ids);
		if (fate === 'refused') throw refusal;
		if (fate === 'done' || fate === 'lostDone')
			commands.parse(args.vals_list ?? [args.vals]).forEach(({ order_line: [less, more] }, at) => {
				Object.assign(lines.find(({ id }) => id === less[1]) ?? {}, less[2]);
				const order = ids[at] ?? 0;
				lines.push({
					...sold(order),
					id: 100 + lines.length,
					product_id: [more[2].product_id, 'Blue'],
				});
			});
		if (fate.startsWith('lost'))
			throw new OdooError({ kind: 'outcomeUnknown', call: 'sale.order.write', reason: 'Lost.' });
		return args.vals_list ? [] : true;
	};
	return {
		'sale.order.line.search_read': () => lines.map((line) => ({ ...line })),
		'sale.order.write': write,
		'sale.order.web_save_multi': write,
	};
};

it('before Odoo 19 writes each order once, however many are refused', async () => {
	const odoo = fakeOdoo(
		{
			...orderLines([1, 2, 3], ([id]) => (id === 2 ? 'refused' : 'done')),
			...keptMessages(),
		},
		18,
	);
	const { orderIds, failed } = await writeSubstitutes(odoo.client(), [1, 2, 3].map(shortOf));
	expect(odoo.named('sale.order.write').map(({ ids }) => ids)).toEqual([[1], [2], [3]]);
	expect(orderIds).toEqual([1, 3]);
	expect([...failed]).toEqual([[2, refusal]]);
});

it.each<{ fate: Fate; says: string; changed: number[]; kinds: string[] }>([
	{ fate: 'done', says: 'that it is replaced', changed: [1], kinds: [] },
	{ fate: 'ignored', says: 'that it does not show', changed: [], kinds: ['outcomeUnknown'] },
	{ fate: 'lostDone', says: 'that it is replaced', changed: [1], kinds: [] },
	{ fate: 'lostUndone', says: 'that nobody knows', changed: [], kinds: ['outcomeUnknown'] },
])('says $says when the write is $fate, on the order too', async ({ fate, changed, kinds }) => {
	for (const version of [18, 19]) {
		const odoo = fakeOdoo({ ...orderLines([1], () => fate), ...keptMessages() }, version);
		const { orderIds, failed } = await writeSubstitutes(odoo.client(), [shortOf(1)]);
		expect(orderIds).toEqual(changed);
		expect([...failed.values()].map(({ kind }) => kind)).toEqual(kinds);
		expect(odoo.named('mail.message.load')).toHaveLength(changed.length);
	}
});

it.each([
	{ version: 18, unit: 'product_uom' },
	{ version: 19, unit: 'product_uom_id' },
])('gives the new line its unit in Odoo $version', async ({ version, unit }) => {
	const odoo = fakeOdoo(
		{
			...orderLines([1]),
			...keptMessages(),
		},
		version,
	);
	await writeSubstitutes(odoo.client(), [shortOf(1)]);
	const sent = odoo.calls.find(({ args }) => args?.vals ?? args?.vals_list)?.args;
	expect([sent?.vals ?? sent?.vals_list].flat()).toMatchObject([
		{
			order_line: [
				[1, 10, {}],
				[0, 0, { [unit]: 1, product_id: 2 }],
			],
		},
	]);
});

it('tells of a note that Odoo refuses', async () => {
	const odoo = fakeOdoo({
		...orderLines([1]),
		...keptMessages(() => true),
	});
	const { orderIds, failed } = await writeSubstitutes(odoo.client(), [shortOf(1)]);
	expect(orderIds).toEqual([1]);
	expect([...failed.keys()]).toEqual([1]);
});

it('writes on the order what took whose place, in words', async () => {
	const odoo = fakeOdoo({
		...orderLines([1]),
		...keptMessages(),
	});
	const { failed } = await writeSubstitutes(odoo.client(), [shortOf(1)]);
	expect(failed.size).toBe(0);
	expect(JSON.stringify(odoo.named('mail.message.load'))).toContain(
		'<strong>Replaced</strong>: 3 Units of Red, which is short, by 3 Units of Blue at the same price.',
	);
});

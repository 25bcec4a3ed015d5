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
	product_uom_qty: 5,
	qty_delivered: 0,
	qty_invoiced: 0,
	price_unit: 9,
	discount: 0,
});

it('before Odoo 19 writes each order once, however many are refused', async () => {
	const odoo = fakeOdoo(
		{
			'sale.order.line.search_read': [1, 2, 3].map(sold),
			'sale.order.write': ({ ids }: OdooCall) => {
				if (ids?.[0] === 2) throw refusal;
				return true;
			},
			...keptMessages(),
		},
		18,
	);
	const { orderIds, failed } = await writeSubstitutes(odoo.client(), [1, 2, 3].map(shortOf));
	expect(odoo.named('sale.order.write').map(({ ids }) => ids)).toEqual([[1], [2], [3]]);
	expect(orderIds).toEqual([1, 3]);
	expect([...failed]).toEqual([[2, refusal]]);
});

it.each([
	{ version: 18, unit: 'product_uom' },
	{ version: 19, unit: 'product_uom_id' },
])('gives the new line its unit in Odoo $version', async ({ version, unit }) => {
	const odoo = fakeOdoo(
		{
			'sale.order.line.search_read': [{ ...sold(1), product_uom_id: [1, 'Units'] }],
			'sale.order.write': true,
			'sale.order.web_save_multi': [],
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
		'sale.order.line.search_read': [{ ...sold(1), product_uom_id: [1, 'Units'] }],
		'sale.order.web_save_multi': [],
		...keptMessages(() => true),
	});
	const { orderIds, failed } = await writeSubstitutes(odoo.client(), [shortOf(1)]);
	expect(orderIds).toEqual([1]);
	expect([...failed.keys()]).toEqual([1]);
});

it('writes on the order what took whose place, in words', async () => {
	const odoo = fakeOdoo({
		'sale.order.line.search_read': [{ ...sold(1), product_uom_id: [1, 'Units'] }],
		'sale.order.web_save_multi': [],
		...keptMessages(),
	});
	const { failed } = await writeSubstitutes(odoo.client(), [shortOf(1)]);
	expect(failed.size).toBe(0);
	expect(JSON.stringify(odoo.named('mail.message.load'))).toContain(
		'<strong>Replaced</strong>: 3 Units of Red, which is short, by 3 Units of Blue at the same price.',
	);
});

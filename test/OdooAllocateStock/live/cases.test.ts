import { sleep, type IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { saleOrderLine } from '../../../nodes/shared/odoo/records/saleOrderLine';
import { allocateOrders } from '../allocationRun';
import { allocationScene, type SceneWarehouse } from '../allocationScene';
import { axiosClient } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';
import { uniqueName } from '../../support/scene/names';

const odoo = liveOdoo();
const admin = axiosClient(odoo.admin);
const scene = allocationScene(admin);
jest.setTimeout(60_000);

let warehouse: SceneWarehouse;
let customer: number;

beforeAll(async () => {
	warehouse = await scene.warehouse();
	customer = await scene.customer();
});

/** Two variants of one product, without stock. */
const makeVariants = async (): Promise<readonly [number, number]> => {
	const attribute = await scene.one('product.attribute', {
		name: uniqueName('Colour'),
		create_variant: 'always',
	});
	const values = [
		await scene.one('product.attribute.value', { name: 'Red', attribute_id: attribute }),
		await scene.one('product.attribute.value', { name: 'Blue', attribute_id: attribute }),
	];
	const template = await scene.one('product.template', {
		name: uniqueName('Shirt'),
		type: 'consu',
		is_storable: true,
		attribute_line_ids: [[0, 0, { attribute_id: attribute, value_ids: [[6, 0, values]] }]],
	});
	const variants = z.array(z.object({ id: z.number() })).parse(
		await admin.call('product.product', 'search_read', {
			args: { domain: [['product_tmpl_id', '=', template]], fields: ['id'], order: 'id' },
		}),
	);
	const [red = 0, blue = 0] = variants.map(({ id }) => id);
	return [red, blue];
};

const order = async (
	lines: readonly (readonly [number, number])[],
	values: IDataObject = {},
	at = warehouse,
) => {
	const [id = 0] = await scene.orders([
		{ customer, warehouse: at, lines, values: values as never },
	]);
	return id;
};

/** A receipt that is planned and has not come. */
const receive = async (product: number, quantity: number, date: string) => {
	const supplier = await scene.idIn('stock.location', [['usage', '=', 'supplier']], 'id');
	const type = await scene.idIn('stock.warehouse', [['id', '=', warehouse.id]], 'in_type_id');
	const route = { location_id: supplier, location_dest_id: warehouse.stockId };
	const move = { product_id: product, product_uom_qty: quantity, date, ...route };
	const values = { picking_type_id: type, scheduled_date: date, ...route };
	const picking = await scene.one('stock.picking', { ...values, move_ids: [[0, 0, move]] });
	await admin.call('stock.picking', 'action_confirm', { ids: [picking] });
};

type Result = Awaited<ReturnType<typeof allocateOrders>>;
const allocation = z.object({ lines: z.array(z.record(z.unknown())) }).passthrough();
const allocationOf = (result: Result, orderId: number) => {
	const all = [...result.allocated, ...result.partial, ...result.short];
	const found = all.find(
		({ order: { id } = { id: 0 } }: { order?: { id: number } }) => id === orderId,
	);
	return allocation.parse(found?.allocation);
};

describe('what there is to reserve', () => {
	it('is the step that takes from stock, in a delivery of two steps', async () => {
		const twoSteps = await scene.warehouse({ delivery_steps: 'pick_ship' });
		const product = await scene.product(twoSteps, 8);
		const first = await order([[product, 5]], {}, twoSteps);
		const second = await order([[product, 5]], {}, twoSteps);
		const result = await allocateOrders(odoo, [first, second]);
		expect(await scene.reservedOf([first, second])).toEqual([5, 3]);
		expect([result.allocated.length, result.partial.length]).toEqual([1, 1]);
		expect(allocationOf(result, second).lines).toEqual([
			expect.objectContaining({ asked: 5, allocated: 3, short: 2 }),
		]);
		const [pick] = await scene.movesOf([first]);
		await admin.call('stock.picking', 'button_validate', {
			ids: [Number(pick?.picking_id)],
			context: { skip_sms: true, skip_backorder: true },
		});
		const picked = allocationOf(await allocateOrders(odoo, [first]), first);
		expect(picked).toMatchObject({
			status: 'allocated',
			lines: [{ asked: 5, allocated: 5, reason: null }],
		});
	});

	it('is nothing for services: the order is allocated, with the reason', async () => {
		const service = await scene.one('product.product', {
			name: uniqueName('Service'),
			type: 'service',
		});
		const id = await order([[service, 3]]);
		const { allocated } = await allocateOrders(odoo, [id]);
		expect(allocated[0]?.allocation).toMatchObject({
			status: 'allocated',
			reason: 'nothingToDeliver',
			fillRate: 1,
			lines: [],
		});
	});

	it('is nothing for an order that is delivered', async () => {
		const product = await scene.product(warehouse, 5);
		const id = await order([[product, 5]]);
		await allocateOrders(odoo, [id]);
		const [move] = await scene.movesOf([id]);
		await admin.call('stock.picking', 'button_validate', {
			ids: [Number(move?.picking_id)],
			context: { skip_sms: true, skip_backorder: true },
		});
		const { allocated } = await allocateOrders(odoo, [id]);
		expect(allocated[0]?.allocation).toMatchObject({
			status: 'allocated',
			reason: 'nothingToDeliver',
		});
	});

	it('is nothing yet for a quotation, which is short and says why', async () => {
		const product = await scene.product(warehouse, 5);
		const [id = 0] = await scene.quotations([{ customer, warehouse, lines: [[product, 1]] }]);
		const { short } = await allocateOrders(odoo, [id]);
		expect(short[0]?.allocation).toMatchObject({ status: 'short', reason: 'notConfirmed' });
	});
});

describe('quantities', () => {
	it('are whole dozens where dozens are ordered, and exact in the stock unit', async () => {
		const piece = await scene.idIn('uom.uom', [['relative_uom_id', '=', false]], 'id');
		const values = { name: uniqueName('Dozen'), relative_factor: 12, relative_uom_id: piece };
		const dozen = await scene.one('uom.uom', values);
		const product = await scene.product(warehouse, 31, { uom_id: piece });
		const [id = 0] = await scene.orders([
			{ customer, warehouse, lines: [[product, 4, { product_uom_id: dozen }]] },
		]);
		const { partial } = await allocateOrders(odoo, [id]);
		expect(await scene.reservedOf([id])).toEqual([24]);
		expect(partial[0]?.allocation).toMatchObject({
			lines: [{ asked: 4, allocated: 2, short: 2, reason: 'lot' }],
		});
		expect(await scene.quantsOf(product)).toEqual([
			expect.objectContaining({ quantity: 31, reserved_quantity: 24 }),
		]);
	});

	it('are shared fairly, and what Odoo gave to the wrong order moves over', async () => {
		const product = await scene.product(warehouse, 12);
		const ids = [
			await order([[product, 12]]),
			await order([[product, 8]]),
			await order([[product, 4]]),
		];
		const result = await allocateOrders(odoo, ids, { policy: 'fairShare' });
		expect(await scene.reservedOf(ids)).toEqual([6, 4, 2]);
		expect(result.partial).toHaveLength(3);
		expect(await scene.quantsOf(product)).toEqual([
			expect.objectContaining({ quantity: 12, reserved_quantity: 12 }),
		]);
	});

	it('come from shelves and lots without a reservation where no goods lie', async () => {
		const product = await scene.one('product.product', {
			name: uniqueName('Tracked'),
			type: 'consu',
			is_storable: true,
			tracking: 'lot',
		});
		const shelf = await scene.one('stock.location', {
			name: uniqueName('Shelf'),
			location_id: warehouse.stockId,
			usage: 'internal',
		});
		const lots = [
			await scene.one('stock.lot', { name: uniqueName('L'), product_id: product }),
			await scene.one('stock.lot', { name: uniqueName('L'), product_id: product }),
		];
		await scene.shelve(product, shelf, 5, { lot_id: lots[0] ?? 0 });
		await scene.shelve(product, warehouse.stockId, 5, { lot_id: lots[1] ?? 0 });
		const ids = [await order([[product, 10]]), await order([[product, 10]])];
		await allocateOrders(odoo, ids, { policy: 'fairShare' });
		expect(await scene.reservedOf(ids)).toEqual([5, 5]);
		const quants = await scene.quantsOf(product);
		expect(quants).toHaveLength(2);
		for (const quant of quants) expect(quant).toMatchObject({ quantity: 5, reserved_quantity: 5 });
	});

	it('that are picked already stay where they are', async () => {
		const product = await scene.product(warehouse, 6);
		const late = await order([[product, 6]], { commitment_date: '2027-03-01 08:00:00' });
		const [move] = await scene.movesOf([late]);
		await admin.call('stock.picking', 'action_assign', { ids: [Number(move?.picking_id)] });
		await admin.write('stock.move', [move?.id ?? 0], { picked: true });
		const early = await order([[product, 6]], { commitment_date: '2027-01-01 08:00:00' });
		await allocateOrders(odoo, [early, late]);
		expect(await scene.reservedOf([late, early])).toEqual([6, 0]);
	});
});

describe('rules', () => {
	it('ship complete: all or nothing, and the stock goes to the next', async () => {
		const [plenty = 0, scarce = 0] = await scene.products(warehouse, [10, 2]);
		const whole = await order(
			[
				[plenty, 6],
				[scarce, 3],
			],
			{ picking_policy: 'one', commitment_date: '2027-01-01 08:00:00' },
		);
		const next = await order([[plenty, 10]], { commitment_date: '2027-02-01 08:00:00' });
		const result = await allocateOrders(odoo, [whole, next]);
		expect(await scene.reservedOf([whole])).toEqual([0, 0]);
		expect(await scene.reservedOf([next])).toEqual([10]);
		expect(allocationOf(result, whole)).toMatchObject({
			status: 'short',
			lines: [{}, { reason: 'noStock' }],
		});
	});

	it('rush orders and customer classes come first, protected stock stays', async () => {
		const product = await scene.product(warehouse, 10);
		const rush = await scene.one('crm.tag', { name: uniqueName('Rush') });
		const gold = await scene.one('res.partner.category', { name: uniqueName('Gold') });
		const goldCustomer = await scene.customer({ category_id: [[6, 0, [gold]]] });
		const plain = await order([[product, 5]], { commitment_date: '2027-01-01 08:00:00' });
		const [golden = 0] = await scene.orders([
			{ customer: goldCustomer, warehouse, lines: [[product, 5]] },
		]);
		const rushed = await order([[product, 2]], {
			commitment_date: '2027-05-01 08:00:00',
			tag_ids: [[6, 0, [rush]]] as never,
		});
		await allocateOrders(odoo, [plain, golden, rushed], {
			criteria: { by: [{ criterion: 'customerTag' }] },
			options: {
				rushTags: [rush],
				classes: { class: [{ tags: [gold], strategy: 'asForAll', weight: 1 }] },
				protectedStock: {
					product: [{ id: { __rl: true, mode: 'id', value: String(product) }, quantity: 2 }],
				},
			},
		});
		expect(await scene.reservedOf([plain, golden, rushed])).toEqual([1, 5, 2]);
	});

	it.each([
		{ when: 'a box is there and part of another', free: 8, reserved: 6 },
		{ when: 'less than a box is there', free: 5, reserved: 0 },
		{ when: 'all that is asked for is there', free: 10, reserved: 10 },
	])(
		'a product in boxes of 6 goes out as $reserved of 10 when $when',
		async ({ free, reserved }) => {
			const product = await scene.product(warehouse, free);
			const id = await order([[product, 10]]);
			await allocateOrders(odoo, [id], {
				options: {
					orderMultiples: {
						product: [{ id: { __rl: true, mode: 'id', value: String(product) }, quantity: 6 }],
					},
				},
			});
			expect(await scene.reservedOf([id])).toEqual([reserved]);
		},
	);

	it('orders that are not in the run lose to a more important one when all open orders compete, and are told so', async () => {
		const product = await scene.product(warehouse, 5);
		const late = await order([[product, 5]], { commitment_date: '2027-05-01 08:00:00' });
		await allocateOrders(odoo, [late]);
		const early = await order([[product, 5]], { commitment_date: '2027-01-01 08:00:00' });
		await allocateOrders(odoo, [early]);
		expect(await scene.reservedOf([late, early])).toEqual([5, 0]);
		const { allocated, short } = await allocateOrders(odoo, [early], { scope: 'openDemand' });
		expect(await scene.reservedOf([late, early])).toEqual([0, 5]);
		expect([allocated.length, short.length]).toEqual([1, 0]);
		expect((await scene.notesOf(late)).join()).toContain('Stock short');
	});

	it('what is reserved is kept when the strategy is to improve only', async () => {
		const product = await scene.product(warehouse, 5);
		const late = await order([[product, 5]], { commitment_date: '2027-05-01 08:00:00' });
		await allocateOrders(odoo, [late]);
		const early = await order([[product, 5]], { commitment_date: '2027-01-01 08:00:00' });
		await allocateOrders(odoo, [early, late], { strategy: 'improve' });
		expect(await scene.reservedOf([late, early])).toEqual([5, 0]);
	});
});

describe('what is short', () => {
	it('is expected with the receipt that covers it, in the order of the queue', async () => {
		const product = await scene.product(warehouse, 0);
		const [soon, later] = [10, 20].map((days) =>
			new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
		);
		await receive(product, 4, `${soon} 10:00:00`);
		await receive(product, 4, `${later} 10:00:00`);
		const ids = [
			await order([[product, 3]]),
			await order([[product, 3]]),
			await order([[product, 3]]),
		];
		const result = await allocateOrders(odoo, ids);
		const lines = ids.map((id) => allocationOf(result, id).lines[0]);
		expect(lines.map((line) => line?.expected)).toEqual([
			`${soon}T10:00:00Z`,
			`${later}T10:00:00Z`,
			null,
		]);
		expect(lines.map((line) => line?.waiting)).toMatchObject([
			{ days: 0, rank: 1 },
			{ rank: 2 },
			{ rank: 3 },
		]);
	});

	it('plans its transfer for the day the goods come, and rush orders become urgent, once', async () => {
		const product = await scene.product(warehouse, 0);
		const rush = await scene.one('crm.tag', { name: uniqueName('Rush') });
		const day = new Date(Date.now() + 12 * 86_400_000).toISOString().slice(0, 10);
		await receive(product, 9, `${day} 10:00:00`);
		const id = await order([[product, 3]], { tag_ids: [[6, 0, [rush]]] as never });
		const parameters = { options: { updatesTransfers: true, rushTags: [rush] } };
		await allocateOrders(odoo, [id], parameters);
		const transfer = async () =>
			z
				.array(
					z.object({ priority: z.string(), scheduled_date: z.string(), write_date: z.string() }),
				)
				.parse(
					await admin.call('stock.picking', 'search_read', {
						args: {
							domain: [['sale_id', '=', id]],
							fields: ['priority', 'scheduled_date', 'write_date'],
						},
					}),
				);
		const after = await transfer();
		expect(after).toMatchObject([{ priority: '1', scheduled_date: `${day} 12:00:00` }]);
		await sleep(1_100);
		await allocateOrders(odoo, [id], parameters);
		expect(await transfer()).toEqual(after);
	});

	it('may be replaced by a free variant, as a proposal only', async () => {
		const [red, blue] = await makeVariants();
		await scene.shelve(blue, warehouse.stockId, 3);
		const id = await order([[red, 5]]);
		const { short } = await allocateOrders(odoo, [id], {
			options: { substitution: 'sameTemplate' },
		});
		expect(short[0]?.allocation).toMatchObject({
			lines: [{ short: 5, substitute: { product: { id: blue }, quantity: 3 } }],
		});
		expect(await scene.quantsOf(blue)).toEqual([expect.objectContaining({ reserved_quantity: 0 })]);
	});

	it('is replaced by a free variant at the same price when that is allowed, once', async () => {
		const [red, blue] = await makeVariants();
		await scene.shelve(blue, warehouse.stockId, 3);
		const id = await order([[red, 5]]);
		const allowed = { options: { substitution: 'sameTemplate', replaces: true } };
		const { partial } = await allocateOrders(odoo, [id], allowed);
		expect(partial[0]?.allocation).toMatchObject({
			lines: expect.arrayContaining([
				expect.objectContaining({
					product: expect.objectContaining({ id: red }),
					asked: 2,
					short: 2,
				}),
				expect.objectContaining({
					product: expect.objectContaining({ id: blue }),
					asked: 3,
					allocated: 3,
				}),
			]),
		});
		const sold = async () =>
			(
				await admin.search(
					saleOrderLine,
					['product_id', 'product_uom_qty', 'price_unit'],
					[['order_id', '=', id]],
					{ order: 'id' },
				)
			).map(({ product_id: item, product_uom_qty: quantity, price_unit: price }) => [
				item?.id,
				quantity,
				price,
			]);
		const [[, , price]] = (await sold()) as [[number, number, number]];
		expect(await sold()).toEqual([
			[red, 2, price],
			[blue, 3, price],
		]);
		expect(await scene.quantsOf(blue)).toEqual([expect.objectContaining({ reserved_quantity: 3 })]);
		const before = await sold();
		await allocateOrders(odoo, [id], allowed);
		expect(await sold()).toEqual(before);
	});

	it('is not replaced on a locked order: that order fails alone, with what Odoo said', async () => {
		const [red, blue] = await makeVariants();
		await scene.shelve(blue, warehouse.stockId, 9);
		const locked = await order([[red, 2]]);
		const open = await order([[red, 3]]);
		await admin.call('sale.order', 'action_lock', { ids: [locked] });
		const allowed = { options: { substitution: 'sameTemplate', replaces: true } };
		await expect(allocateOrders(odoo, [locked, open], allowed)).rejects.toMatchObject({
			context: { class: 'validation', itemIndex: 0 },
		});
		const kept = await admin.search(saleOrderLine, ['product_id'], [['order_id', '=', locked]]);
		expect(kept.map(({ product_id: item }) => item?.id)).toEqual([red]);
		expect(await scene.quantsOf(blue)).toEqual([expect.objectContaining({ reserved_quantity: 3 })]);
	});

	it('leaves from another warehouse that has all of it, when that is allowed', async () => {
		const other = await scene.warehouse();
		const product = await scene.product(other, 5);
		const id = await order([[product, 5]]);
		const refused = await allocateOrders(odoo, [id]);
		expect(refused.short).toHaveLength(1);
		const { allocated } = await allocateOrders(odoo, [id], { options: { otherWarehouses: true } });
		expect(allocated).toHaveLength(1);
		expect(await scene.movesOf([id])).toEqual([
			expect.objectContaining({ quantity: 5, location_id: other.stockId }),
		]);
	});

	it('is warned about where Odoo would complete it by itself, or put into a transfer of its own', async () => {
		const eager = await scene.warehouse();
		await admin.write('stock.picking.type', [eager.outTypeId], {
			reservation_method: 'at_confirm',
		});
		const [scarce = 0, plenty = 0] = await scene.products(eager, [3, 9]);
		const id = await order(
			[
				[scarce, 5],
				[plenty, 2],
			],
			{},
			eager,
		);
		const warned = allocationOf(await allocateOrders(odoo, [id]), id);
		expect(warned).toMatchObject({
			warnings: [expect.stringContaining('reserves as soon as there is stock')],
		});
		const split = { remainder: 'split' };
		await allocateOrders(odoo, [id], split);
		const moves = await scene.movesOf([id]);
		expect(moves.map(({ quantity, product_uom_qty: asked }) => [quantity, asked]).sort()).toEqual([
			[0, 2],
			[2, 2],
			[3, 3],
		]);
		expect(new Set(moves.map(({ picking_id: picking }) => picking)).size).toBe(2);
		const notes = await scene.notesOf(id);
		const again = allocationOf(await allocateOrders(odoo, [id], split), id);
		expect(again.lines).toMatchObject([
			{ asked: 5, allocated: 3, short: 2 },
			{ asked: 2, allocated: 2 },
		]);
		expect(await scene.movesOf([id])).toEqual(moves);
		expect(await scene.notesOf(id)).toEqual(notes);
	});
});

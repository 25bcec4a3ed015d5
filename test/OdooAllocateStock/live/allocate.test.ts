import { allocateOrders } from '../allocationRun';
import { allocationScene, type SceneWarehouse } from '../allocationScene';
import { axiosClient } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';

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

const ordersOf = async (product: number, quantities: readonly number[]) =>
	await scene.orders(
		quantities.map((quantity) => ({ customer, warehouse, lines: [[product, quantity]] as const })),
	);

describe('scarce stock', () => {
	it('goes to the orders in turn; Odoo holds exactly the plan and each order says so', async () => {
		const product = await scene.product(warehouse, 12);
		const orders = await ordersOf(product, [5, 5, 5, 5]);
		const { allocated, partial, short } = await allocateOrders(odoo, orders);
		expect(await scene.reservedOf(orders)).toEqual([5, 5, 2, 0]);
		expect([allocated, partial, short].map((items) => items.length)).toEqual([2, 1, 1]);
		expect(partial[0]).toMatchObject({
			order: { id: orders[2] },
			allocation: {
				status: 'partiallyAllocated',
				fillRate: 0.4,
				value: 20,
				lines: [{ asked: 5, allocated: 2, short: 3, reason: 'othersFirst' }],
			},
		});
		expect((await scene.notesOf(orders[2] ?? 0)).join()).toContain('Stock partially allocated');
	});

	it('is given back by orders further down the queue', async () => {
		const product = await scene.product(warehouse, 10);
		const [early = 0, late = 0] = await scene.orders([
			{
				customer,
				warehouse,
				lines: [[product, 10]],
				values: { commitment_date: '2027-01-01 08:00:00' },
			},
			{
				customer,
				warehouse,
				lines: [[product, 10]],
				values: { commitment_date: '2027-02-01 08:00:00' },
			},
		]);
		const [, move] = await scene.movesOf([early, late]);
		await admin.call('stock.picking', 'action_assign', { ids: [Number(move?.picking_id)] });
		expect(await scene.reservedOf([early, late])).toEqual([0, 10]);
		await allocateOrders(odoo, [late, early]);
		expect(await scene.reservedOf([early, late])).toEqual([10, 0]);
	});

	it('changes nothing when it is decided again', async () => {
		const product = await scene.product(warehouse, 7);
		const orders = await ordersOf(product, [5, 5]);
		const first = await allocateOrders(odoo, orders);
		const before = await scene.movesOf(orders);
		const second = await allocateOrders(odoo, orders);
		expect(await scene.movesOf(orders)).toEqual(before);
		expect(
			second.partial.map(({ allocation }) => (allocation as { lines: unknown }).lines),
		).toEqual(first.partial.map(({ allocation }) => (allocation as { lines: unknown }).lines));
		expect(await scene.notesOf(orders[1] ?? 0)).toHaveLength(1);
	});

	it('is only planned in a dry run', async () => {
		const product = await scene.product(warehouse, 7);
		const orders = await ordersOf(product, [5, 5]);
		const { allocated, partial } = await allocateOrders(odoo, orders, { dryRun: true });
		expect([allocated.length, partial.length]).toEqual([1, 1]);
		expect(await scene.reservedOf(orders)).toEqual([0, 0]);
		expect(await scene.notesOf(orders[0] ?? 0)).toEqual([]);
	});

	it('is never reserved beyond what is there', async () => {
		const product = await scene.product(warehouse, 3);
		const orders = await ordersOf(product, [2, 2, 2]);
		await allocateOrders(odoo, orders);
		expect(await scene.quantsOf(product)).toEqual([
			expect.objectContaining({ quantity: 3, reserved_quantity: 3 }),
		]);
	});

	it('is repaired where somebody reserved more than there is', async () => {
		const product = await scene.product(warehouse, 3);
		const [order = 0] = await ordersOf(product, [10]);
		const [move] = await scene.movesOf([order]);
		await admin.write('stock.move', [move?.id ?? 0], { quantity: 10 });
		expect(await scene.reservedOf([order])).toEqual([10]);
		const { partial } = await allocateOrders(odoo, [order]);
		expect(partial[0]?.allocation).toMatchObject({
			lines: [{ allocated: 3, short: 7, reason: 'noStock' }],
		});
		expect(await scene.reservedOf([order])).toEqual([3]);
		const reserved = (await scene.quantsOf(product)).map(
			({ reserved_quantity: quantity }) => quantity,
		);
		expect(reserved.reduce((total, quantity) => total + quantity, 0)).toBe(3);
	});
});

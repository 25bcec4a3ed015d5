import { allocateOrders } from '../allocationRun';
import { allocationScene, type SceneWarehouse } from '../allocationScene';
import { axiosClient } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';

const odoo = liveOdoo();
const admin = axiosClient(odoo.admin);
const scene = allocationScene(admin);
let warehouse: SceneWarehouse;
let customer: number;

beforeAll(async () => {
	warehouse = await scene.warehouse();
	customer = await scene.customer();
});

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe('six runs at the same moment on the same product', () => {
	it.each([1, 2, 3])(
		'take no unit twice and leave no reservation without goods (round %i)',
		async () => {
			const product = await scene.product(warehouse, 26);
			const orders = await scene.orders(
				Array.from({ length: 6 }, () => ({ customer, warehouse, lines: [[product, 10]] as const })),
			);
			const runs = await Promise.all(
				orders.map(async (order) => await allocateOrders(odoo, [order])),
			);
			const reserved = await scene.reservedOf(orders);
			const quants = await scene.quantsOf(product);
			expect(total(reserved)).toBeLessThanOrEqual(26);
			expect(total(quants.map(({ reserved_quantity: quantity }) => quantity))).toBe(
				total(reserved),
			);
			for (const quant of quants)
				expect(quant.reserved_quantity).toBeLessThanOrEqual(quant.quantity);
			const said = runs.flatMap(({ allocated, partial, short }) => [
				...allocated,
				...partial,
				...short,
			]).length;
			expect(said).toBe(6);
		},
		60_000,
	);

	it('agree when each of them decides over all open orders', async () => {
		const product = await scene.product(warehouse, 26);
		const orders = await scene.orders(
			Array.from({ length: 6 }, () => ({ customer, warehouse, lines: [[product, 10]] as const })),
		);
		const runs = orders.map(
			async (order) => await allocateOrders(odoo, [order], { scope: 'openDemand' }),
		);
		await Promise.all(runs);
		await allocateOrders(odoo, orders.slice(0, 1), { scope: 'openDemand' });
		expect(await scene.reservedOf(orders)).toEqual([10, 10, 6, 0, 0, 0]);
		expect(await scene.quantsOf(product)).toEqual([
			expect.objectContaining({ quantity: 26, reserved_quantity: 26 }),
		]);
	}, 120_000);
});

import { PLAIN_RULES } from '../../../nodes/shared/core/allocation/problem';
import { allocateOrders } from '../../../nodes/shared/odoo/allocation/allocateOrders';
import { OdooClient } from '../../../nodes/shared/odoo/OdooClient';
import type { OdooTransport } from '../../../nodes/shared/odoo/OdooTransport';
import {
	makeCustomer,
	makeOrders,
	makeProducts,
	makeWarehouse,
	movesOf,
} from '../../support/allocationScene';
import { axiosClient, axiosTransport } from '../../support/axiosExchange';
import { realHost } from '../../support/hosts';
import { liveOdoo } from '../../support/liveOdoo';
import { chance } from '../../support/retailInstances';

const odoo = liveOdoo();
const admin = axiosClient(odoo.admin, { batchSize: 2_000 });

/** Writes down every call that leaves. */
const counted = (transport: OdooTransport) => {
	const calls: string[] = [];
	const counting: OdooTransport = {
		version: async () => await transport.version(),
		call: async (model, method, call) => {
			calls.push(`${model}.${method}`);
			return await transport.call(model, method, call);
		},
	};
	return { calls, client: new OdooClient(counting, { host: realHost, batchSize: 2_000 }) };
};

const SETTINGS = {
	rules: PLAIN_RULES,
	criteria: ['orderPriority', 'requestedDate'],
	step: 'wholeUnits',
	strategy: 'redistribute',
	dryRun: false,
} as const;

const DECREASES = new Set(['stock.move.web_save_multi', 'stock.move.write']);

it('allocates 200 orders with 1,000 lines within 20 calls plus the decreases in batches', async () => {
	const random = chance(3);
	const warehouse = await makeWarehouse(admin);
	const customer = await makeCustomer(admin);
	const products = await makeProducts(
		admin,
		warehouse,
		Array.from({ length: 150 }, () => Math.floor(random() * 40)),
	);
	const orders = await makeOrders(
		admin,
		Array.from({ length: 200 }, () => ({
			customer,
			warehouse,
			lines: Array.from(
				{ length: 5 },
				() => [products[Math.floor(random() * 150)] ?? 0, 1 + Math.floor(random() * 8)] as const,
			),
			values: {
				commitment_date: `2027-01-${String(1 + Math.floor(random() * 28)).padStart(2, '0')} 08:00:00`,
			},
		})),
	);
	const { calls, client } = counted(axiosTransport(odoo.user));
	const start = Date.now();
	const outcomes = await allocateOrders(client, orders, SETTINGS);
	console.log(calls, Date.now() - start);
	const planned = [...outcomes.values()].flatMap((outcome) =>
		outcome.kind === 'decided' ? outcome.allocation.lines : [],
	);
	const held = (await movesOf(admin, orders)).reduce((total, { quantity }) => total + quantity, 0);
	expect(planned).toHaveLength((await movesOf(admin, orders)).length);
	expect(planned.reduce((total, { allocated }) => total + allocated, 0)).toBe(held);
	expect(planned.filter(({ reason }) => reason === 'takenMeanwhile')).toEqual([]);
	expect(calls.filter((call) => !DECREASES.has(call)).length).toBeLessThanOrEqual(20);
	expect(calls.filter((call) => DECREASES.has(call)).length).toBeLessThanOrEqual(5);

	const again = counted(axiosTransport(odoo.user));
	await allocateOrders(again.client, orders, SETTINGS);
	expect(
		again.calls.filter((call) => /action_assign|web_save_multi|write|create/.test(call)),
	).toEqual([]);
}, 300_000);

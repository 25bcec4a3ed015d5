import type { Policy } from '../../../nodes/OdooAllocateStock/core/policies';
import { allocateOrders } from '../../../nodes/OdooAllocateStock/run';
import { DEFAULT_SETTINGS } from '../defaultSettings';
import { OdooClient } from '../../../nodes/shared/odoo/OdooClient';
import type { OdooTransport } from '../../../nodes/shared/odoo/OdooTransport';
import { allocationScene } from '../allocationScene';
import { axiosClient, axiosTransport } from '../../support/axiosExchange';
import { realHost } from '../../support/hosts';
import { liveOdoo } from '../../support/liveOdoo';
import { mulberry32 } from '../../support/mulberry32';

const odoo = liveOdoo();
const admin = axiosClient(odoo.admin, { batchSize: 2_000 });
const scene = allocationScene(admin);

/** Writes down every call that leaves. */
const counted = (transport: OdooTransport) => {
	const calls: string[] = [];
	const counting: OdooTransport = {
		version: async () => await transport.version(),
		userId: transport.userId,
		call: async (model, method, call) => {
			calls.push(`${model}.${method}`);
			return await transport.call(model, method, call);
		},
	};
	return { calls, client: new OdooClient(counting, { host: realHost, batchSize: 2_000 }) };
};

const allocateBy = async (policy: Policy, client: OdooClient, orderIds: readonly number[]) =>
	await allocateOrders({
		client,
		openSetup: async () => client,
		orderIds,
		settings: { ...DEFAULT_SETTINGS, rules: { ...DEFAULT_SETTINGS.rules, policy } },
	});

/** Writes of quantities that are given back or moved over: one for each batch. */
const QUANTITIES = 'stock.move.web_save_multi';

it('allocates 200 orders with 1,000 lines within 20 calls plus the decreases in batches', async () => {
	const random = mulberry32(3);
	const warehouse = await scene.warehouse();
	const customer = await scene.customer();
	const stock = Array.from({ length: 150 }, () => Math.floor(random() * 40));
	const products = await scene.products(warehouse, stock);
	const drawLine = () =>
		[products[Math.floor(random() * 150)] ?? 0, 1 + Math.floor(random() * 8)] as const;
	const drawDay = () => String(1 + Math.floor(random() * 28)).padStart(2, '0');
	const orders = await scene.orders(
		Array.from({ length: 200 }, () => ({
			customer,
			warehouse,
			lines: Array.from({ length: 5 }, drawLine),
			values: { commitment_date: `2027-01-${drawDay()} 08:00:00` },
		})),
	);

	for (const policy of ['priority', 'fairShare'] as const) {
		const { calls, client } = counted(axiosTransport(odoo.user));
		const outcomes = await allocateBy(policy, client, orders);
		const lines = [...outcomes.values()].flatMap((outcome) =>
			outcome.kind === 'decided' ? outcome.allocation.lines : [],
		);
		const held = await scene.movesOf(orders);
		const byLine = new Map(held.map(({ sale_line_id: line, quantity }) => [line, quantity]));
		expect(lines).toHaveLength(held.length);
		for (const { lineId, allocated } of lines) expect(byLine.get(lineId ?? 0)).toBe(allocated);
		expect(lines.filter(({ reason }) => reason === 'takenMeanwhile')).toEqual([]);
		expect(calls.filter((call) => call !== QUANTITIES).length).toBeLessThanOrEqual(20);
		expect(calls.filter((call) => call === QUANTITIES).length).toBeLessThanOrEqual(2);
	}

	const again = counted(axiosTransport(odoo.user));
	await allocateBy('fairShare', again.client, orders);
	expect(
		again.calls.filter((call) => /action_assign|web_save_multi|write|create/.test(call)),
	).toEqual([]);
}, 300_000);

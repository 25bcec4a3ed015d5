import { sleep } from 'n8n-workflow';
import { z } from 'zod';

import { OdooCreditCheck } from '../../../nodes/OdooCreditCheck/OdooCreditCheck.node';
import type { HttpExchange } from '../../../nodes/shared/odoo/OdooTransport';
import { runOver } from '../../faults/nodeRun';
import { creditScene } from '../../OdooCreditCheck/creditScene';
import { axiosExchange } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';
import { quote } from '../../support/scene/orders';
import { sqlOn } from '../../support/scene/sql';

jest.setTimeout(180_000);

/** More than are confirmed in one call. */
const ORDERS = 110;
const LIMIT_MS = 20_000;

const { user, credential } = liveOdoo();
const real = { ...credential, url: user.url };

const out = z.object({
	error: z.object({ class: z.string(), retryable: z.boolean() }).optional(),
	credit: z.object({ effects: z.object({ confirmed: z.boolean() }) }).optional(),
});
/** n8n gives what failed its input's json back, by this. */
const paired = z.object({ item: z.number() });
const row = z.object({
	id: z.number(),
	state: z.string(),
	notes: z.number(),
	deliveries: z.number(),
});

/** A line on which the first confirmation is answered only when the time of the run is over. */
const slowLine = (from: number): HttpExchange => {
	const exchange = axiosExchange(user);
	let isFirst = true;
	return async (request) => {
		const reply = await exchange(request);
		if (!/action_confirm$/.test(request.path) || !isFirst) return reply;
		isFirst = false;
		await sleep(Math.max(0, from + LIMIT_MS + 500 - Date.now()));
		return reply;
	};
};

it('a run whose time ends in the middle tells what is done, and the next run does the rest', async () => {
	const scene = creditScene();
	const sql = await sqlOn(scene);
	const product = await scene.product({ is_storable: false });
	const customer = await scene.customer({
		use_partner_credit_limit: true,
		credit_limit: 1_000_000,
	});
	const orders = await quote(
		scene,
		Array.from({ length: ORDERS }, () => ({ customer, lines: [{ product, price: 10 }] })),
	);
	const run = async (exchange: HttpExchange) => {
		const { outputs, thrown } = await runOver(
			exchange,
			{
				type: new OdooCreditCheck(),
				parameters: {
					confirmQuotations: true,
					rules: { rule: [{ code: 'limit_exceeded', reaction: 'hold', threshold: 0 }] },
					options: { timeLimit: LIMIT_MS / 1_000 },
				},
				items: orders.map((id) => ({ order: { id } })),
			},
			real,
		);
		if (thrown) throw thrown;
		return outputs.flat().map(({ json, pairedItem }) => ({
			...out.parse(json),
			id: orders[paired.parse(pairedItem).item] ?? 0,
		}));
	};
	const held = async () =>
		await sql(
			row,
			`SELECT o.id, o.state,
	(SELECT count(*) FROM mail_message m WHERE m.model = 'sale.order' AND m.res_id = o.id AND m.message_id LIKE '%@n8n-o2c%') AS notes,
	(SELECT count(*) FROM stock_picking p WHERE p.sale_id = o.id) AS deliveries
FROM sale_order o WHERE o.id IN (${orders.join()}) ORDER BY o.id`,
		);
	const idsWhere = async (state: string) =>
		(await held()).filter((one) => one.state === state).map(({ id }) => id);
	const sorted = (items: readonly { readonly id: number }[]) =>
		items.map(({ id }) => id).sort((a, b) => a - b);

	const first = await run(slowLine(Date.now()));
	expect(sorted(first)).toEqual(orders);
	const done = first.filter(({ credit, error }) => !error && credit?.effects.confirmed);
	const rest = first.filter(({ error }) => error);
	expect(done.length + rest.length).toBe(ORDERS);
	expect(done.length).toBeGreaterThan(0);
	expect(rest.length).toBeGreaterThan(0);
	expect(sorted(done)).toEqual(await idsWhere('sale'));
	expect(sorted(rest)).toEqual(await idsWhere('draft'));
	expect(new Set(rest.map(({ error }) => error?.class))).toEqual(new Set(['outOfTime']));
	expect(rest.every(({ error }) => error?.retryable)).toBe(true);

	const second = await run(axiosExchange(user));
	expect(sorted(second)).toEqual(orders);
	expect(second.filter(({ error }) => error)).toEqual([]);
	const after = await held();
	expect(after).toEqual(orders.map((id) => ({ id, state: 'sale', notes: 1, deliveries: 1 })));
});

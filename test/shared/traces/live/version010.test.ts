import { createHash } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { OdooAiClassify } from '../../../../nodes/OdooAiClassify/OdooAiClassify.node';
import { OdooAllocateStock } from '../../../../nodes/OdooAllocateStock/OdooAllocateStock.node';
import { OdooCreditCheck } from '../../../../nodes/OdooCreditCheck/OdooCreditCheck.node';
import { OdooExceptionRouter } from '../../../../nodes/OdooExceptionRouter/OdooExceptionRouter.node';
import { OdooOrderTrigger } from '../../../../nodes/OdooOrderTrigger/OdooOrderTrigger.node';
import { OdooReleaseInvoice } from '../../../../nodes/OdooReleaseInvoice/OdooReleaseInvoice.node';
import { ensureTag } from '../../../../nodes/shared/traces/odoo/tags';
import { runOver, type NodeCase } from '../../../faults/nodeRun';
import { allocationScene } from '../../../OdooAllocateStock/allocationScene';
import { creditScene } from '../../../OdooCreditCheck/creditScene';
import { exceptionScene } from '../../../OdooExceptionRouter/exceptionScene';
import { invoicingScene } from '../../../OdooReleaseInvoice/invoicingScene';
import { axiosClient, axiosExchange } from '../../../support/axiosExchange';
import { liveOdoo } from '../../../support/liveOdoo';
import { makePipelineUser } from '../../../support/scene/pipelineUser';
import { idsOf, many2one, recordsOf, type Row } from '../../../support/scene/records';
import * as old from '../version010';

jest.setTimeout(120_000);

const { user, admin, credential } = liveOdoo();
const odoo = recordsOf(axiosClient(admin));
const real = { ...credential, url: user.url };

/** Writes rows as the pipeline's user. @returns the records */
const wrote = async (row: old.OldRow, values: old.Filling, by = user): Promise<number> => {
	const columns = Object.entries(row.columns);
	const answer = await axiosClient(by).call(row.model, 'load', {
		args: {
			fields: columns.map(([column]) => column),
			data: [columns.map(([, text]) => old.fill(text, values))],
		},
		context: { mode: 'update', noupdate: true, mail_activity_quick_update: true },
	});
	const { ids } = z.object({ ids: z.tuple([z.number()]) }).parse(answer);
	return ids[0];
};

const run = async (
	type: NodeCase['type'],
	parameters: NodeCase['parameters'],
	items: readonly IDataObject[],
	{ memory, by = user }: { readonly memory?: IDataObject; readonly by?: typeof user } = {},
) => {
	const access = { ...real, apiKey: by.apiKey };
	const done = await runOver(axiosExchange(by), { type, parameters, items, memory }, access);
	if (done.thrown) throw done.thrown;
	return done.outputs.map((output) => output.map(({ json }) => json));
};

const rowsOf = async (orderIds: readonly number[]): Promise<Row[]> =>
	await odoo.find(
		'sale.order',
		[['id', 'in', [...orderIds]]],
		['name', 'company_id', 'currency_id', 'date_order', 'tag_ids', 'user_id'],
	);
const rowOf = async (orderId: number): Promise<Row> => {
	const [row] = await rowsOf([orderId]);
	if (!row) throw new Error(`order ${orderId} is gone`);
	return row;
};
const fillingOf = async (order: number) => {
	const { name, company_id: company, currency_id: currency } = await rowOf(order);
	const [, currencyName] = z.tuple([z.number(), z.string()]).parse(currency);
	return {
		order,
		reference: String(name),
		company: many2one.parse(company),
		currency: currencyName,
		day: new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' })
			.format(new Date())
			.replace(/-/g, ''),
	};
};

/** All that the pipeline holds about records: messages of any kind, activities, tags. */
const tracesOf = async (orderIds: readonly number[], invoiceIds: readonly number[] = []) => ({
	messages: idsOf(
		await odoo.find('mail.message', [
			['message_id', '=like', '%@n8n-o2c%'],
			'|',
			'&',
			['model', '=', 'sale.order'],
			['res_id', 'in', [...orderIds]],
			'&',
			['model', '=', 'account.move'],
			['res_id', 'in', [...invoiceIds]],
		]),
	),
	activities: idsOf(
		await odoo.find('mail.activity', [
			['res_model', '=', 'sale.order'],
			['res_id', 'in', [...orderIds]],
		]),
	),
	tags: (await rowsOf(orderIds)).map(({ tag_ids: tags }) => tags),
});

const [HOLD, OTHER, BY_HAND] = ['Стоп', '保留', 'É'] as const;

/** Other tests of this database may have used these names. */
const forget = async (names: readonly string[]): Promise<unknown> =>
	await odoo.call('crm.tag', 'unlink', {
		ids: idsOf(await odoo.find('crm.tag', [['name', 'in', [...names]]])),
	});

const fnv1a = (text: string): string =>
	[...text]
		.reduce(
			(hash, character) =>
				BigInt.asUintN(64, (hash ^ BigInt(character.charCodeAt(0))) * 0x100000001b3n),
			0xcbf29ce484222325n,
		)
		.toString(16)
		.padStart(16, '0');

const item = (id: number, more: IDataObject = {}): IDataObject => ({ order: { id }, ...more });

describe('on what version 0.1.0 left', () => {
	it('Credit Check decides, notes and tags nothing again, and an approval counts', async () => {
		const scene = creditScene();
		const [company] = await odoo.find('sale.order', [], ['company_id']);
		// Version 0.1.0 drew no secret: where one is drawn already, a note without a seal proves nothing.
		const { user: by } = await makePipelineUser(odoo, [many2one.parse(company?.company_id)]);
		const limited = { use_partner_credit_limit: true, credit_limit: 1_000 };
		const product = await scene.product();
		const orders = [];
		for (const [row, quantity, decided] of [
			[old.CREDIT_APPROVED, 1, old.CREDIT_DIGESTS.approved],
			[old.CREDIT_HELD, 20, old.CREDIT_DIGESTS.held],
		] as const) {
			const customer = await scene.customer(limited);
			const order = await scene.order(customer, { item: product, price: 100, quantity });
			const filling = await fillingOf(order);
			const digest = createHash('sha256').update(old.fill(decided, filling)).digest('hex');
			await wrote(row, { ...filling, customer, digest: digest.slice(0, 12) }, by);
			orders.push(order);
		}
		const [approved = 0, held = 0] = orders;
		await forget([HOLD]);
		const tag = await wrote(old.TAG_IN_CYRILLIC, { name: HOLD });
		await odoo.write('sale.order', [held], { tag_ids: [[4, tag]] });
		const before = await tracesOf(orders);

		for (let time = 0; time < 2; time += 1) {
			const [passed, , stopped] = await run(
				new OdooCreditCheck(),
				{ rules: old.CREDIT_RULES, options: { holdTag: HOLD } },
				orders.map((id) => item(id)),
				{ by },
			);
			expect(passed).toMatchObject([
				{ order: { id: approved }, credit: { reasons: [{ code: 'approved_before' }] } },
			]);
			expect(stopped).toMatchObject([
				{ order: { id: held }, credit: { reasons: [{ code: 'limit_exceeded' }] } },
			]);
		}
		expect(await tracesOf(orders)).toEqual(before);
		expect(before.tags).toEqual([[], [tag]]);
	});

	it('tags are found by name first, and another name does not get what lies under the old key', async () => {
		await forget([HOLD, OTHER, BY_HAND]);
		const old010 = await wrote(old.TAG_IN_CYRILLIC, { name: HOLD });
		const made = await odoo.one('crm.tag', { name: BY_HAND });
		const client = axiosClient(user);
		expect(await ensureTag(client, HOLD)).toBe(old010);
		expect(await ensureTag(client, BY_HAND)).toBe(made);
		const other = await ensureTag(client, OTHER);
		expect([old010, made]).not.toContain(other);
		expect(await ensureTag(client, OTHER)).toBe(other);
		expect(await odoo.find('crm.tag', [['id', '=', other]], ['name'])).toMatchObject([
			{ name: OTHER },
		]);
	});

	it('Exception Router finds the case', async () => {
		const [order] = await exceptionScene(axiosClient(admin)).orders(1);
		if (!order) throw new Error('no order');
		const owner = many2one.parse((await rowOf(order.id)).user_id);
		const opened = await wrote(old.CASE, { ...(await fillingOf(order.id)), owner });
		const before = await tracesOf([order.id]);
		const overLimit = {
			decision: 'onHold',
			reasons: [{ code: 'limit_exceeded', message: 'Over the limit', reaction: 'hold' }],
		};
		for (let time = 0; time < 2; time += 1) {
			const outputs = await run(new OdooExceptionRouter(), { timeZone: 'Europe/Berlin' }, [
				item(order.id, { credit: overLimit }),
			]);
			expect(outputs.flat()).toMatchObject([
				{ exception: { activityId: opened, episode: 1, isNew: false } },
			]);
		}
		expect(await tracesOf([order.id])).toEqual(before);
	});

	it('Order Trigger delivers no event that was claimed, and the next one that was not', async () => {
		const since = new Date(Date.now() - 60_000).toISOString().slice(0, 19).replace('T', ' ');
		const orders = (await exceptionScene(axiosClient(admin)).orders(2)).map(({ id }) => id);
		await odoo.call('sale.order', 'action_confirm', { ids: orders });
		const [claimed = 0, fresh = 0] = orders;
		const confirmedAt = String((await rowOf(claimed)).date_order);
		await wrote(old.CLAIM, {
			...(await fillingOf(claimed)),
			confirmedAt,
			digits: confirmedAt.replace(/\D/g, ''),
		});
		const memory = z
			.record(z.any())
			.parse(JSON.parse(old.fill(old.TRIGGER_MEMORY, { since }))) as IDataObject;
		const outputs = await run(
			new OdooOrderTrigger(),
			{ events: ['orderConfirmed'], receive: 'sweep', options: { redeliver: 'never' } },
			[],
			{ memory },
		);
		const delivered = outputs
			.flat()
			.map((json) => z.object({ order: z.object({ id: z.number() }) }).parse(json).order.id);
		expect(delivered).toContain(fresh);
		expect(delivered).not.toContain(claimed);
	});

	it('AI Classify notes and tags no text again', async () => {
		const [order] = await exceptionScene(axiosClient(admin)).orders(1);
		if (!order) throw new Error('no order');
		await wrote(old.LABEL_NOTE, await fillingOf(order.id));
		const name = old.LABEL_TAG.columns.name ?? '';
		const [there] = await odoo.find('crm.tag', [['name', '=', name]]);
		const tag = there?.id ?? (await wrote(old.LABEL_TAG, {}));
		await odoo.write('sale.order', [order.id], { tag_ids: [[4, tag]] });
		const before = await tracesOf([order.id]);
		for (let time = 0; time < 2; time += 1) {
			const [classified] = await run(
				new OdooAiClassify(),
				{ method: 'rules', writeNote: true, writeTag: true },
				[item(order.id, { text: old.CANCELLATION })],
			);
			expect(classified).toMatchObject([{ classification: { label: 'order_cancellation' } }]);
		}
		expect(await tracesOf([order.id])).toEqual(before);
	});

	it('Allocate Stock notes no allocation again', async () => {
		const scene = allocationScene(axiosClient(admin));
		const warehouse = await scene.warehouse();
		const product = await scene.product(warehouse, 10);
		const customer = await scene.customer();
		const [order = 0] = await scene.orders([{ customer, warehouse, lines: [[product, 6]] }]);
		const [line = 0] = idsOf(await odoo.find('sale.order.line', [['order_id', '=', order]]));
		const moves = await scene.movesOf([order]);
		const pickings = moves.flatMap(({ picking_id: picking }) => picking || []);
		await odoo.call('stock.picking', 'action_assign', { ids: pickings });
		const decided = old.fill(old.ALLOCATION_DIGEST, { line, product });
		await wrote(old.ALLOCATED, { ...(await fillingOf(order)), digest: fnv1a(decided) });
		const before = await tracesOf([order]);
		for (let time = 0; time < 2; time += 1) {
			const [allocated] = await run(
				new OdooAllocateStock(),
				{ policy: 'firstCome', strategy: 'redistribute', remainder: 'warn' },
				[item(order)],
			);
			expect(allocated).toMatchObject([{ allocation: { status: 'allocated' } }]);
		}
		expect(await tracesOf([order])).toEqual(before);
		expect(before.messages).toHaveLength(1);
	});

	it('Release Invoice notes no invoice and no hold again', async () => {
		const scene = invoicingScene();
		const product = await scene.product('delivery');
		const orders: number[] = [];
		for (const quantity of [2, 1]) {
			const customer = await scene.customer();
			const order = await scene.order(customer, [{ product, quantity: 2, price: 10 }]);
			await scene.ship([order], quantity);
			orders.push(order);
		}
		const [released = 0, held = 0] = orders;
		await scene.draft([released]);
		const invoiceIds = idsOf(await scene.invoices([released]));
		await odoo.call('account.move', 'action_post', { ids: invoiceIds });
		const filling = { ...(await fillingOf(released)), invoice: invoiceIds[0] ?? 0 };
		await wrote(old.INVOICE_RELEASED, filling);
		await wrote(old.INVOICE_PASSED, filling);
		await wrote(old.INVOICE_HELD, await fillingOf(held));
		const before = await tracesOf(orders, invoiceIds);
		for (let time = 0; time < 2; time += 1) {
			const [passed, stopped] = await run(
				new OdooReleaseInvoice(),
				{ operation: 'release', milestone: 'fullyShipped' },
				orders.map((id) => item(id)),
			);
			expect(passed).toMatchObject([{ order: { id: released } }]);
			expect(stopped).toMatchObject([
				{ order: { id: held }, invoice: { reasons: [{ code: 'notFullyShipped' }] } },
			]);
		}
		expect(await tracesOf(orders, invoiceIds)).toEqual(before);
		expect(idsOf(await scene.invoices(orders))).toEqual(invoiceIds);
	});
});

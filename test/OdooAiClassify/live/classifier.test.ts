import type { IDataObject, INode } from 'n8n-workflow';

import { saleOrder } from '../../../nodes/shared/odoo/records/saleOrder';
import { axiosClient } from '../../support/axiosExchange';
import { fakeModel, runClassifier, says } from '../classifierEngine';
import { exceptionScene } from '../../OdooExceptionRouter/exceptionScene';
import { liveOdoo } from '../../support/liveOdoo';
import { makeCustomer } from '../../support/scene/customers';
import { uniqueName } from '../../support/scene/names';
import { notesOn } from '../../support/scene/notes';
import { many2one } from '../../support/scene/records';
import { tagsOf } from '../../support/scene/tags';

jest.setTimeout(60_000);

const live = liveOdoo();
const admin = axiosClient(live.admin);
const scene = exceptionScene(admin);

const classify = async (
	items: readonly IDataObject[],
	parameters: INode['parameters'] = {},
	model?: unknown,
) => {
	const { outputs, error } = await runClassifier({
		items,
		parameters,
		credential: live.credential,
		...(model ? { model } : {}),
	});
	if (error) throw error;
	return outputs.map((list) =>
		list.map(({ json }) => json as IDataObject & { classification: IDataObject }),
	);
};
const about = (order: { id: number }, text?: string): IDataObject => ({
	order: { id: order.id },
	...(text === undefined ? {} : { text }),
});

/** What Odoo holds: the notes we leave, and the names of the order's tags. */
const notesOf = async (orderId: number) => await notesOn(scene, 'classify', [orderId]);
const tagNamesOf = async (orderId: number) => await tagsOf(scene, orderId);

/** A message on the order, from a contact who is no user of Odoo, or from an internal user. */
const writeMessage = async (
	orderId: number,
	body: string,
	from: 'customer' | 'internal' | 'stranger',
) => {
	const contact = await makeCustomer(scene, {
		name: uniqueName('Writer'),
		email: 'writer@customer.example',
	});
	const { uid } = await admin.session();
	const [me] = await scene.find('res.users', [['id', '=', uid]], ['partner_id']);
	const author = { customer: contact, internal: many2one.parse(me?.partner_id), stranger: false }[
		from
	];
	await scene.one('mail.message', {
		model: 'sale.order',
		res_id: orderId,
		body,
		message_type: 'email',
		author_id: author,
		email_from: 'writer@customer.example',
	});
};

describe('a text of the item', () => {
	it('is labelled, and noted and tagged on the order once, however often it runs', async () => {
		const [order] = await scene.orders(1);
		if (!order) throw new Error('Odoo made no order');
		const run = async () =>
			await classify([about(order, 'The <b>desk</b> arrived broken & scratched')], {
				writeTag: true,
			});
		const [item] = (await run()).flat();
		expect(item).toMatchObject({
			classification: {
				label: 'dispute_damaged',
				source: 'rules',
				abstained: false,
				dryRun: false,
			},
		});
		await run();
		await Promise.all([run(), run(), run()]);
		const notes = await notesOf(order.id);
		expect(notes).toHaveLength(1);
		expect(notes[0]?.body).toContain('Text about this order: Damaged or faulty goods (');
		expect(notes[0]?.body).toContain('“scratched”');
		expect(await tagNamesOf(order.id)).toEqual(['Text: dispute_damaged']);
	});

	it('another text on the same order is another note', async () => {
		const [order] = await scene.orders(1);
		if (!order) throw new Error('Odoo made no order');
		await classify([
			about(order, 'Please cancel our order'),
			about(order, 'Please change the quantity of our order'),
		]);
		expect(await notesOf(order.id)).toHaveLength(2);
	});

	it('writes nothing in a dry run, and decides the same', async () => {
		const [order] = await scene.orders(1);
		if (!order) throw new Error('Odoo made no order');
		const [item] = (
			await classify([about(order, 'Please cancel our order')], {
				writeTag: true,
				dryRun: true,
			})
		).flat();
		expect(item).toMatchObject({ classification: { label: 'order_cancellation', dryRun: true } });
		expect(await notesOf(order.id)).toEqual([]);
		expect(await tagNamesOf(order.id)).toEqual([]);
	});

	it('of an order that is gone fails alone', async () => {
		const [order] = await scene.orders(1);
		if (!order) throw new Error('Odoo made no order');
		const { outputs } = await runClassifier({
			items: [
				about({ id: 99_999_999 }, 'Please cancel our order'),
				about(order, 'Please cancel our order'),
			],
			credential: live.credential,
			onError: 'continueErrorOutput',
		});
		expect(outputs.map((items) => items.length)).toEqual([1, 0, 1]);
		expect(outputs[2]?.[0]?.json.error).toMatchObject({
			class: 'missingRecord',
			advice: expect.stringContaining("turn off 'Write Note'"),
		});
	});
});

describe('a text in Odoo', () => {
	it('is the note of the order', async () => {
		const [order] = await scene.orders(1, {
			note: '<p>Anlieferung nur mit <b>Hebebühne</b>, bitte anrufen</p>',
		});
		if (!order) throw new Error('Odoo made no order');
		const [item] = (await classify([about(order)], { textSource: 'orderNote' })).flat();
		expect(item).toMatchObject({
			classification: {
				label: 'delivery_instruction',
				evidence: expect.arrayContaining([expect.objectContaining({ quote: 'Hebebühne' })]),
			},
		});
	});

	it("is the customer's last message, whatever we wrote after it", async () => {
		const [asked, answered, silent, mailed] = await scene.orders(4);
		if (!asked || !answered || !silent || !mailed) throw new Error('Odoo made no orders');
		await writeMessage(asked.id, '<p>Thank you!</p>', 'customer');
		await writeMessage(asked.id, '<p>Where is my order? It has not arrived.</p>', 'customer');
		await writeMessage(answered.id, '<p>Please cancel our order</p>', 'customer');
		await writeMessage(
			answered.id,
			'<p>We were invoiced twice, says the internal user</p>',
			'internal',
		);
		await writeMessage(mailed.id, '<p>We were invoiced twice</p>', 'stranger');
		const outputs = await classify([about(asked), about(answered), about(silent), about(mailed)], {
			textSource: 'customerMessage',
		});
		expect(outputs.flat().map(({ classification }) => classification.label)).toEqual([
			'complaint_delivery',
			'order_cancellation',
			'no_action',
			'dispute_duplicate',
		]);
	});
});

describe('a model', () => {
	it('does not learn the name of the customer', async () => {
		const [order] = await scene.orders(1);
		if (!order) throw new Error('Odoo made no order');
		const [found] = await admin.read(saleOrder, ['partner_id'], [order.id]);
		const name = found?.partner_id?.name ?? '';
		expect(name).toMatch(/^Exception customer/);
		const model = fakeModel(() =>
			says({ label: 'order_change', confidence: 0.9, evidence: ['Make it blue. [NAME_1]'] }),
		);
		const [item] = (
			await classify(
				[about(order, `Make it blue. ${name.toUpperCase()}`)],
				{ dryRun: true },
				model.response,
			)
		).flat();
		expect(JSON.stringify(model.asked).toLowerCase()).not.toContain(name.toLowerCase());
		expect(item?.classification.evidence).toMatchObject([
			{ quote: `Make it blue. ${name.toUpperCase()}` },
		]);
	});

	it('advises: its label is noted with its evidence, and it never saw who wrote', async () => {
		const [order] = await scene.orders(1, {
			note: '<p>Make it <i>blue</i>. Yours, a.b@customer.example</p>',
		});
		if (!order) throw new Error('Odoo made no order');
		const model = fakeModel(() =>
			says({ label: 'order_change', confidence: 0.9, evidence: ['Make it blue'] }),
		);
		const [item] = (
			await classify([about(order)], { textSource: 'orderNote' }, model.response)
		).flat();
		expect(item).toMatchObject({
			classification: { label: 'order_change', source: 'model', model: 'fake-1' },
		});
		expect(JSON.stringify(model.asked)).not.toContain('a.b@customer.example');
		expect((await notesOf(order.id))[0]?.body).toContain('“Make it blue”');
	});
});

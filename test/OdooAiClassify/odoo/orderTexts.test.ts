import type { Classification } from '../../../nodes/OdooAiClassify/core/classification';
import {
	readClassifiedOrders,
	type ClassifiedOrder,
} from '../../../nodes/OdooAiClassify/odoo/readOrderTexts';
import { writeLabels, type LabelRecord } from '../../../nodes/OdooAiClassify/odoo/writeLabels';
import type { OdooCall } from '../../../nodes/shared/odoo/OdooTransport';
import { fakeOdoo } from '../../support/fakeOdoo';
import { keptMessages } from '../../support/keptMessages';

const wantedIds = (call: OdooCall, field: string): number[] => {
	const domain = call.args?.domain;
	const leaf = Array.isArray(domain)
		? domain.find((part) => Array.isArray(part) && part[0] === field && part[1] === 'in')
		: undefined;
	return Array.isArray(leaf) && Array.isArray(leaf[2]) ? leaf[2].map(Number) : [];
};
const orderRows = (call: OdooCall) =>
	wantedIds(call, 'id').map((id) => ({
		id,
		name: `S${id}`,
		partner_id: [1, 'Azure Interior, Brandon Freeman'],
		tag_ids: [],
		note: `<p>note ${id}</p>`,
	}));

describe("the customers' last messages of 1,000 orders", () => {
	it('are read in 17 calls, however long the conversations', async () => {
		const odoo = fakeOdoo({
			'sale.order.search_read': orderRows,
			'mail.message.search_read': (call: OdooCall) =>
				JSON.stringify(call.args?.fields) === '["id","res_id"]'
					? wantedIds(call, 'res_id').flatMap((orderId) => [
							{ id: orderId * 10 + 2, res_id: orderId },
							{ id: orderId * 10 + 1, res_id: orderId },
						])
					: wantedIds(call, 'id').map((id) => ({
							id,
							res_id: Math.floor(id / 10),
							body: `message ${id}`,
						})),
		});
		const ids = Array.from({ length: 1000 }, (_, index) => index + 1);
		const orders = await readClassifiedOrders(odoo.client(), ids, 'customerMessage');
		expect(orders.get(7)?.text).toBe('message 72');
		expect(odoo.calls.length).toBeLessThanOrEqual(17);
	});

	it('are not asked for when the text is the note of the order', async () => {
		const odoo = fakeOdoo({ 'sale.order.search_read': orderRows });
		const orders = await readClassifiedOrders(odoo.client(), [7], 'orderNote');
		expect(orders.get(7)).toMatchObject({
			text: '<p>note 7</p>',
			customerNames: ['Azure Interior', 'Brandon Freeman'],
		});
	});
});

const classification: Classification = {
	label: 'dispute_damaged',
	confidence: 0.8,
	source: 'rules',
	alternatives: [],
	abstained: false,
	evidence: [{ quote: '<b>broken</b>', start: 0, end: 13 }],
	reasons: [{ code: 'keywords', message: '1 keyword' }],
};
const order = (id: number, tagIds: readonly number[] = []): ClassifiedOrder => ({
	id,
	customerNames: [],
	tagIds,
	text: '',
});
const record = (id: number, more: Partial<LabelRecord> = {}): LabelRecord => ({
	order: order(id),
	classification,
	title: 'Damaged or faulty goods',
	textHash: 'abc',
	writesNote: true,
	tag: 'Text: x',
	...more,
});

describe('labels left on 1,000 orders', () => {
	const scripted = (shown = Infinity) =>
		fakeOdoo({
			...keptMessages(),
			'crm.tag.search_read': [{ id: 5, name: 'Text: x' }],
			'sale.order.write': true,
			'sale.order.search_read': ({ args }: OdooCall) => {
				const [[, , ids]] = args?.domain as [[string, string, number[]]];
				return ids.map((id) => ({ id, state: 'draft', tag_ids: id <= shown ? [5] : [] }));
			},
		});

	it('cost calls by the chunk, and none for orders that have the tag', async () => {
		const odoo = scripted();
		const records = Array.from({ length: 1000 }, (_, index) =>
			record(index + 1, { order: order(index + 1, index < 800 ? [5] : []) }),
		);
		expect([...(await writeLabels(odoo.client(), records))]).toEqual([]);
		expect(odoo.named('mail.message.load')).toHaveLength(5);
		expect(odoo.named('sale.order.write')).toHaveLength(1);
		expect(odoo.calls.length).toBeLessThanOrEqual(16);
	});

	it('fail where the order does not show the tag, whatever Odoo answered', async () => {
		const odoo = scripted(1);
		const failed = await writeLabels(odoo.client(), [record(1), record(2)]);
		expect([...failed.keys()]).toEqual([2]);
		expect(failed.get(2)).toMatchObject({ kind: 'outcomeUnknown', call: 'sale.order.write' });
	});

	it('are written as text, whatever the customer wrote', async () => {
		const odoo = scripted();
		await writeLabels(odoo.client(), [record(1, { tag: null })]);
		const written = JSON.stringify(odoo.named('mail.message.load')[0]?.args?.data);
		expect(written).toContain('“&lt;b&gt;broken&lt;/b&gt;”');
		expect(odoo.named('sale.order.write')).toEqual([]);
	});

	it('that Odoo refuses fail alone', async () => {
		const odoo = fakeOdoo(keptMessages((row) => row.join().includes('classify_2_')));
		const failures = await writeLabels(
			odoo.client(),
			[1, 2, 3].map((id) => record(id, { tag: null })),
		);
		expect([...failures.keys()]).toEqual([2]);
		expect(failures.get(2)?.reason).toBe('Not this one');
	});
});

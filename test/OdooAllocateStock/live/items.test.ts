import schema from '../../../nodes/OdooAllocateStock/__schema__/v1.0.0.json';
import { OdooAllocateStock } from '../../../nodes/OdooAllocateStock/OdooAllocateStock.node';
import { allocationScene } from '../allocationScene';
import { axiosClient } from '../../support/axiosExchange';
import { runNode } from '../../support/engine';
import { liveOdoo } from '../../support/liveOdoo';
import { schemaMisfits } from '../../support/schemaFit';

const odoo = liveOdoo();
const admin = axiosClient(odoo.admin);
const scene = allocationScene(admin);
jest.setTimeout(60_000);

const ORDER_ID = { __rl: true, mode: 'id', value: '={{ $json.order.id }}' };

describe('items', () => {
	it('leave on exactly one output each, paired, with their json; a broken one goes to the error output alone', async () => {
		const warehouse = await scene.warehouse();
		const customer = await scene.customer();
		const [scarce = 0, plenty = 0] = await scene.products(warehouse, [3, 9]);
		const orders = await scene.orders([
			{ customer, warehouse, lines: [[plenty, 2]] },
			{ customer, warehouse, lines: [[scarce, 5]] },
			{ customer, warehouse, lines: [[scarce, 5]] },
		]);
		const [full = 0, part = 0, none = 0] = orders;
		const items = [full, 999_999_999, part, none, full].map((id, index) => ({
			json: { order: { id }, index },
		}));
		items.push({ json: { order: { id: 'nonsense' }, index: 5 } } as never);
		const { outputs, error } = await runNode({
			type: new OdooAllocateStock(),
			parameters: { orderId: ORDER_ID, options: { substitution: 'sameTemplate' } },
			input: items,
			credentials: { odooOrderToCashApi: odoo.credential },
			onError: 'continueErrorOutput',
		});
		expect(error).toBeUndefined();
		const indexes = outputs.map((items_) => items_.map(({ json }) => json.index));
		expect(indexes).toEqual([[0, 4], [2], [3], [1, 5]]);
		const all = outputs.flat();
		for (const { json, pairedItem } of all) expect(pairedItem).toEqual({ item: json.index });
		expect(outputs[3]?.map(({ json }) => json.error)).toMatchObject([
			{ class: 'missingRecord', retryable: false },
			{ class: 'input', retryable: false },
		]);
		for (const { json } of outputs.slice(0, 3).flat()) {
			expect(schemaMisfits(schema, 'allocation', json.allocation)).toEqual([]);
		}
	});

	it('never pass as allocated while Odoo cannot be reached', async () => {
		const credential = { ...odoo.credential, url: 'http://127.0.0.1:9' };
		const { outputs } = await runNode({
			type: new OdooAllocateStock(),
			parameters: { orderId: ORDER_ID },
			input: [{ json: { order: { id: 1 } } }],
			credentials: { odooOrderToCashApi: credential },
			onError: 'continueRegularOutput',
		});
		expect(outputs.slice(0, 2).flat()).toEqual([]);
		expect(outputs[2]?.[0]?.json.error).toMatchObject({ class: 'unreachable', retryable: true });
	}, 60_000);
});

describe('the operation type', () => {
	it('only reserves by hand from then on, when the setup credential may change it', async () => {
		const warehouse = await scene.warehouse();
		await admin.write('stock.picking.type', [warehouse.outTypeId], {
			reservation_method: 'at_confirm',
		});
		const [scarce = 0] = await scene.products(warehouse, [3]);
		const [id = 0] = await scene.orders([
			{ customer: await scene.customer(), warehouse, lines: [[scarce, 5]] },
		]);
		const { outputs } = await runNode({
			type: new OdooAllocateStock(),
			parameters: { orderId: ORDER_ID, remainder: 'manual' },
			input: [{ json: { order: { id } } }],
			credentials: {
				odooOrderToCashApi: odoo.credential,
				odooOrderToCashSetupApi: { ...odoo.credential, apiKey: odoo.admin.apiKey },
			},
		});
		expect(outputs[1]?.[0]?.json.allocation).toMatchObject({
			status: 'partiallyAllocated',
			warnings: [],
		});
		const domain = [
			['id', '=', warehouse.outTypeId],
			['reservation_method', '=', 'manual'],
		] as const;
		expect(await scene.idIn('stock.picking.type', domain, 'id')).toBe(warehouse.outTypeId);
	});
});

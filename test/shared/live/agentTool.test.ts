import { ExecuteContext } from 'n8n-core';
import type { INode, INodeType } from 'n8n-workflow';
import { z } from 'zod';

import { OdooAllocateStock } from '../../../nodes/OdooAllocateStock/OdooAllocateStock.node';
import { OdooCreditCheck } from '../../../nodes/OdooCreditCheck/OdooCreditCheck.node';
import { OdooExceptionRouter } from '../../../nodes/OdooExceptionRouter/OdooExceptionRouter.node';
import { OdooReleaseInvoice } from '../../../nodes/OdooReleaseInvoice/OdooReleaseInvoice.node';
import { axiosClient } from '../../support/axiosExchange';
import { runNode } from '../../support/engine';
import { liveOdoo } from '../../support/liveOdoo';

jest.setTimeout(120_000);

const admin = axiosClient(liveOdoo().admin);
const idsOf = z.array(z.number());
const create = async (model: string, values: { readonly [field: string]: never | unknown }) =>
	idsOf.parse(
		await admin.call(model, 'create', {
			args: { vals_list: [JSON.parse(JSON.stringify(values))] },
		}),
	)[0] ?? 0;

/** An order of 5 of which 3 are there, and what people would see of anything done to it. */
const scene = async (confirmed: boolean) => {
	const [customer, product] = await Promise.all([
		create('res.partner', { name: `Agent's customer ${Date.now()}` }),
		create('product.product', { name: `Agent's product ${Date.now()}`, is_storable: true }),
	]);
	const warehouses = await admin.call('stock.warehouse', 'search_read', {
		args: { domain: [], fields: ['lot_stock_id'], limit: 1, order: 'id' },
	});
	const [
		{
			lot_stock_id: [place],
		},
	] = z
		.tuple([z.object({ lot_stock_id: z.tuple([z.number()]).rest(z.unknown()) })])
		.parse(warehouses);
	const quant = await create('stock.quant', {
		product_id: product,
		location_id: place,
		inventory_quantity: 3,
	});
	await admin.call('stock.quant', 'action_apply_inventory', { ids: [quant] });
	const order = await create('sale.order', {
		partner_id: customer,
		order_line: [[0, 0, { product_id: product, product_uom_qty: 5, price_unit: 100 }]],
	});
	if (confirmed) await admin.call('sale.order', 'action_confirm', { ids: [order] });
	const fields = ['state', 'tag_ids', 'invoice_ids', 'message_ids', 'activity_ids', 'write_date'];
	const seen = async () => ({
		order: await admin.call('sale.order', 'read', { ids: [order], args: { fields } }),
		moves: await admin.call('stock.move', 'search_read', {
			args: {
				domain: [['sale_line_id.order_id', '=', order]],
				fields: ['quantity', 'state', 'picking_id'],
			},
		}),
	});
	return { order, seen };
};

/** n8n says so to a node that an agent runs as its tool. */
const asTool = () => jest.spyOn(ExecuteContext.prototype, 'isToolExecution').mockReturnValue(true);
afterEach(() => jest.restoreAllMocks());

const run = async (type: INodeType, order: number, parameters: INode['parameters']) =>
	await runNode({
		type,
		parameters,
		input: [{ json: { order: { id: order } } }],
		credentials: { odooOrderToCashApi: liveOdoo().credential },
		onError: 'continueErrorOutput',
	});

const EVERYTHING = {
	credit: {
		preset: 'strict',
		writeNote: true,
		setTags: true,
		confirmQuotations: true,
		releaseReservations: true,
		dryRun: false,
	},
	allocation: { policy: 'priority', remainder: 'warn', dryRun: false },
	exception: { source: 'named', caseCode: 'OTHER', explanation: 'an agent asked', dryRun: false },
} as const;

describe('an AI agent', () => {
	it.each([
		{ key: 'credit', says: 'json.credit.dryRun', node: new OdooCreditCheck(), confirmed: false },
		{
			key: 'allocation',
			says: 'json.allocation.run.dryRun',
			node: new OdooAllocateStock(),
			confirmed: true,
		},
		{
			key: 'exception',
			says: 'json.exception.dryRun',
			node: new OdooExceptionRouter(),
			confirmed: true,
		},
	] as const)(
		'sees what the node would do, and nothing is done, whatever it is set to: $key',
		async ({ key, says, node, confirmed }) => {
			const { order, seen } = await scene(confirmed);
			const before = await seen();
			const tool = asTool();
			const { outputs } = await run(node, order, EVERYTHING[key]);
			const [item] = outputs[0] ?? [];
			expect(item).toHaveProperty(says, true);
			expect(await seen()).toEqual(before);
			tool.mockRestore();
			await run(node, order, EVERYTHING[key]);
			expect(await seen()).not.toEqual(before);
		},
	);

	it('releases no invoice at all', async () => {
		const { order, seen } = await scene(true);
		const before = await seen();
		asTool();
		const { outputs } = await run(new OdooReleaseInvoice(), order, {
			operation: 'release',
			dryRun: false,
		});
		expect(outputs.flat().map(({ json }) => json.error)).toMatchObject([
			{ class: 'input', message: expect.stringContaining('an AI agent releases no invoices') },
		]);
		expect(await seen()).toEqual(before);
	});
});

import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';

import { totalQuantities } from './core/quantities';
import { executeNode } from '../shared/n8n/executeNode';
import { openClient } from '../shared/n8n/openClient';
import { routed } from '../shared/n8n/outcomes';
import { reconcileOrders, type Mismatch } from './odoo/reconcileOrders';
import { DAY_MS, toOdooTime } from '../shared/core/time';
import type { Order } from '../shared/odoo/order';
import { readOrderGraph } from '../shared/odoo/orderGraph';
import { invoicesJson, reasonsJson } from './invoiceJson';
import { OUTPUT, OUTPUT_NAMES, OUTPUT_PLAN } from './outputs';

const days = z.coerce.number().nonnegative();

/**
 * Runs once, whatever the number of items: each mismatch leaves on Held as an item of its own, and the input items leave
 * on the last output with the summary.
 */
export const reconcileInvoices = async (
	context: IExecuteFunctions,
): Promise<INodeExecutionData[][]> => {
	const found: IDataObject[] = [];
	const outputs = await executeNode(context, OUTPUT_PLAN, async () => {
		const slaDays = days.parse(context.getNodeParameter('slaDays', 0));
		const lookBackDays = days.parse(context.getNodeParameter('lookBackDays', 0));
		const client = await openClient(context);
		const now = client.host.now();
		const since = toOdooTime(new Date(now.getTime() - lookBackDays * DAY_MS));
		const { looked, mismatches } = await reconcileOrders(
			client,
			{ slaDays, now: now.toISOString() },
			since,
		);
		const orders = await readOrderGraph(
			client,
			mismatches.map(({ order }) => order.id),
		);
		const orderById = new Map(orders.map((order) => [order.id, order]));
		found.push(
			...mismatches.map((mismatch) =>
				toJson(mismatch, orderById.get(mismatch.order.id), now.toISOString()),
			),
		);
		const reconciliation = {
			lines: looked,
			mismatches: mismatches.length,
			asOf: now.toISOString(),
		};
		return context.getInputData().map(() => routed(OUTPUT.nothing.output, { reconciliation }));
	});
	// An agent only ever sees the first output of a tool.
	const asTool = context.isToolExecution?.() === true;
	const route = asTool ? { route: OUTPUT_NAMES[OUTPUT.held.output] } : {};
	outputs[asTool ? 0 : OUTPUT.held.output]?.push(
		...found.map((json) => ({ json: { ...json, ...route }, pairedItem: { item: 0 } })),
	);
	return outputs;
};

const toJson = (
	{ order, reasons }: Mismatch,
	whole: Order | undefined,
	asOf: string,
): IDataObject => ({
	order: { ...(whole ?? { id: order.id, reference: order.reference }) },
	invoice: {
		decision: 'heldForReview',
		reasons: reasonsJson(reasons),
		invoices: invoicesJson(order.invoices),
		currency: order.currency,
		gate: { ...totalQuantities(order), proof: [] },
		asOf,
	},
});

import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { OdooClient } from '../odoo/OdooClient';
import { openRunClient } from './openRunClient';
import { orderOutcomes } from './orderOutcomes';
import { failed, routeOutcomes, type Outcome, type OutputPlan } from './outcomes';

/**
 * Runs a node's whole work and routes what came of it. Nothing is thrown past this point while the node is set to
 * continue on errors: n8n would send the untouched input of a node that throws to its first output, so an outage of
 * Odoo would read as "Approved".
 * @param work one outcome for each input item, in their order
 */
export const executeNode = async (
	context: IExecuteFunctions,
	plan: OutputPlan,
	work: () => Promise<readonly Outcome[]>,
): Promise<INodeExecutionData[][]> => {
	const everyItem = (error: unknown) => context.getInputData().map(() => failed(error));
	return routeOutcomes(context, await work().catch(everyItem), plan);
};

/** The node that decides about orders: opens Odoo, finds each item's order, decides for all of them at once. */
export const executeOrderNode = async (
	context: IExecuteFunctions,
	plan: OutputPlan,
	decide: (
		client: OdooClient,
		orderIds: readonly number[],
		itemsOf: ReadonlyMap<number, readonly number[]>,
	) => Promise<ReadonlyMap<number, Outcome>>,
): Promise<INodeExecutionData[][]> =>
	await executeNode(context, plan, async () => {
		const client = await openRunClient(context);
		return await orderOutcomes(
			context,
			client,
			async (orderIds, itemsOf) => await decide(client, orderIds, itemsOf),
		);
	});

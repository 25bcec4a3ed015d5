import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { indexBy } from '../shared/core/collections';
import { DAY_MS, toOdooTime } from '../shared/core/time';
import { routed } from '../shared/n8n/outcomes';
import type { OdooClient } from '../shared/odoo/OdooClient';
import { readOrderGraph } from '../shared/odoo/orderGraph';
import type { Answer } from './answer';
import { reconcileOrder, type Mismatch } from './core/reconcile';
import { mismatchJson, reconciliationJson } from './json';
import { readSuspectOrders } from './odoo/readSuspectOrders';
import { OUTPUT } from './outputs';
import { readReconcileParameters } from './parameters';

/**
 * Compares what was shipped with what was invoiced; changes nothing. Runs once, whatever the number of items: each
 * mismatch leaves as an item of its own, and the input items leave on the last output with the summary.
 */
export const reconcile = async (
	context: IExecuteFunctions,
	client: OdooClient,
): Promise<Answer> => {
	const { lookBackDays, ...within } = readReconcileParameters(context);
	const time = client.host.now();
	const now = time.toISOString();
	const since = toOdooTime(new Date(time.getTime() - lookBackDays * DAY_MS));
	const lateSince = toOdooTime(new Date(time.getTime() - within.deliverWithinDays * DAY_MS));
	const { looked, orders } = await readSuspectOrders(client, { since, lateSince });
	const mismatches = orders
		.map((order): Mismatch => ({ order, reasons: reconcileOrder(order, { ...within, now }) }))
		.filter(({ reasons }) => reasons.length > 0);
	const reconciliation = reconciliationJson(looked, mismatches.length, now);
	return {
		outcomes: context.getInputData().map(() => routed(OUTPUT.nothing.output, { reconciliation })),
		found: await foundItems(client, mismatches, now),
	};
};

/** Each with the whole order, as other nodes of the pipeline know it. */
const foundItems = async (
	client: OdooClient,
	mismatches: readonly Mismatch[],
	asOf: string,
): Promise<IDataObject[]> => {
	const orders = await readOrderGraph(
		client,
		mismatches.map(({ order }) => order.id),
	);
	const wholeById = indexBy(orders, ({ id }) => id);
	return mismatches.map((mismatch) => {
		const { id, reference } = mismatch.order;
		return {
			order: { ...(wholeById.get(id) ?? { id, reference }) },
			invoice: mismatchJson(mismatch, asOf),
		};
	});
};

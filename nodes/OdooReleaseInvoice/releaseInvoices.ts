import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { executeOrderNode } from '../shared/n8n/executeNode';
import { failed, routed, type Outcome } from '../shared/n8n/outcomes';
import { releaseOrders } from './odoo/releaseOrders';
import { dayIn } from '../shared/core/time';
import { invoiceJson } from './invoiceJson';
import { readItemTexts } from './itemTexts';
import { OUTPUT, OUTPUT_PLAN } from './outputs';
import { readReleaseParameters } from './parameters';

export const releaseInvoices = async (
	context: IExecuteFunctions,
): Promise<INodeExecutionData[][]> =>
	await executeOrderNode(context, OUTPUT_PLAN, async (client, orderIds, itemsOf) => {
		const parameters = readReleaseParameters(context);
		const { supplied, failed: unreadable } = readItemTexts(context, itemsOf);
		const now = client.host.now();
		const { timeZone } = await client.session();
		const run = {
			today: dayIn(timeZone, now),
			asOf: now.toISOString(),
			dryRun: parameters.dryRun,
		};
		const readable = orderIds.filter((id) => !unreadable.has(id));
		const released = await releaseOrders(client, readable, { ...parameters, ...run, supplied });
		return new Map([
			...[...unreadable].map(([orderId, error]): [number, Outcome] => [orderId, failed(error)]),
			...[...released].map(([orderId, outcome]): [number, Outcome] => {
				if (outcome.kind === 'failed') return [orderId, failed(outcome.error)];
				const { entry } = outcome;
				return [
					orderId,
					routed(OUTPUT[entry.decision.kind].output, { invoice: invoiceJson(entry, run) }),
				];
			}),
		]);
	});

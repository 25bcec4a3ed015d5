import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { executeOrderNode } from '../shared/n8n/executeNode';
import { failed, routed, type Outcome } from '../shared/n8n/outcomes';
import { releaseOrders } from '../shared/odoo/invoicing/releaseOrders';
import { invoiceJson } from './invoiceJson';
import { OUTPUT, OUTPUT_PLAN } from './outputs';
import { readReleaseParameters } from './parameters';

export const releaseInvoices = async (
	context: IExecuteFunctions,
): Promise<INodeExecutionData[][]> =>
	await executeOrderNode(context, OUTPUT_PLAN, async (client, orderIds) => {
		const parameters = readReleaseParameters(context);
		const { timeZone } = await client.session();
		const now = client.host.now();
		const today =
			DateTime.fromJSDate(now, { zone: timeZone }).toISODate() ?? now.toISOString().slice(0, 10);
		const run = { today, asOf: now.toISOString(), dryRun: parameters.dryRun };
		const released = await releaseOrders(client, orderIds, {
			...parameters,
			...run,
			proofs: new Map(),
		});
		return new Map(
			[...released].map(([orderId, outcome]): [number, Outcome] => {
				if (outcome.kind === 'failed') return [orderId, failed(outcome.error)];
				const { entry } = outcome;
				return [
					orderId,
					routed(OUTPUT[entry.decision.kind].output, { invoice: invoiceJson(entry, run) }),
				];
			}),
		);
	});
